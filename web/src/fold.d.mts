export function fold(name: string): string;
