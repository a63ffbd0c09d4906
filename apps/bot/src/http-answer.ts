/** What a route sends back, without knowing the HTTP server. */
export interface HttpAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** A plain-text answer. */
export function plain(status: number, body = ''): HttpAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}
