/** 张*: the family name alone (domain.md §8). */
export const maskName = (name: string): string => `${[...name][0] ?? ''}*`;

/** 138****1234; a short number keeps its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < 8) return `****${digits.slice(-2)}`;
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
