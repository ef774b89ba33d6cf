// What a picture asks of the pages over recorded data: `?screen=people&theme=dark&show`.
const asked = new URLSearchParams(__RECORDED__ ? location.search : '');

export function ask(name: string): string | null {
  return asked.get(name);
}

export function asks(name: string): boolean {
  return asked.has(name);
}
