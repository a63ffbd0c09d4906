// The part of autocannon that the benchmark uses; the package brings no types.
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?(request: Request): Request;
    onResponse?(status: number, body: string): void;
  }
  interface Options {
    url: string;
    connections: number;
    amount: number;
    timeout: number;
    sampleInt: number;
    requests: Request[];
  }
  interface Run extends PromiseLike<unknown> {
    on(event: 'response', hear: (client: unknown, status: number, bytes: number, ms: number) => void): void;
    on(event: 'reqError', hear: (error: Error) => void): void;
  }
  export default function autocannon(options: Options): Run;
}
