const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jul 15, 2020 9:39:07 PM`, in UTC: how one member of one event tells its date, where all others use ISO 8601. An oddity of AWS. */
export function toLocaleDate(ms: number): string {
  const date = new Date(ms);
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  const hour = date.getUTCHours();
  const time = `${hour % 12 || 12}:${twoDigits(date.getUTCMinutes())}:${twoDigits(date.getUTCSeconds())}`;
  const day = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}
