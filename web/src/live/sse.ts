export interface StreamMessage {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** Splits an event stream into messages; a comment is a heartbeat and comes out as an event of that name. */
export class SseParser {
  #rest = '';
  #fields: { id: string | null; event: string; data: string[] } = { id: null, event: 'message', data: [] };

  push(chunk: string): readonly StreamMessage[] {
    const lines = (this.#rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): readonly StreamMessage[] {
    if (line === '') return this.#flush();
    if (line.startsWith(':')) return [{ id: null, event: 'heartbeat', data: '' }];
    const [, field, value = ''] = /^(\w+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'id') this.#fields.id = value;
    else if (field === 'event') this.#fields.event = value;
    else if (field === 'data') this.#fields.data.push(value);
    return [];
  }

  #flush(): readonly StreamMessage[] {
    const { id, event, data } = this.#fields;
    this.#fields = { id: null, event: 'message', data: [] };
    return data.length === 0 && id === null && event === 'message' ? [] : [{ id, event: data.length === 0 ? 'heartbeat' : event, data: data.join('\n') }];
  }
}
