import { type HTMLInputTypeAttribute, useId } from 'react';

interface AskedProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault: string | undefined;
  /** What it begins with. */
  readonly initial?: string;
  readonly most: number;
  readonly type?: HTMLInputTypeAttribute;
  readonly isDigits?: boolean;
  readonly isRequired?: boolean;
  readonly isLong?: boolean;
}

/** One question of a page without a log-in: what is wrong with its answer stands under it. */
export function Asked({ name, label, hint, fault, most, type = 'text', ...more }: AskedProps) {
  const { initial, isDigits = false, isRequired = false, isLong = false } = more;
  const id = useId();
  const common = {
    ...{ id, name, required: isRequired, autoComplete: 'off', maxLength: most, defaultValue: initial },
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-more`,
  };
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea {...common} rows={3} /> : <input {...common} type={type} inputMode={isDigits ? 'numeric' : undefined} />}
      <span id={`${id}-more`} className={fault ? 'fault' : 'soft'}>
        {fault ?? hint}
      </span>
    </p>
  );
}
