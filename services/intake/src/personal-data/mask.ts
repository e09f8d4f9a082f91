/** 张*: the family name alone (domain.md §8). */
export const maskName = (name: string): string => `${[...name][0] ?? ''}*`;

/** 138****1234. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
