/** What a reader of XML is told, in the order of the text. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** Text that is no XML, or XML that no spreadsheet has. The reader of workbooks turns it into a refusal. */
export class XmlFault extends Error {}

/** Longer tags do not occur in spreadsheets. */
const MAX_TAG = 64 * 1024;
const TAG = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/y;

/**
 * A scanner for the XML of spreadsheets, fed piece by piece: it keeps one tag or one text in memory, never the document.
 * A document type is refused, so there are no entities but the five of XML and character numbers.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly handler: XmlHandler) {}

  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text[at] === '<' ? this.markup(text, at) : this.characters(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MAX_TAG && this.rest[0] === '<') throw new XmlFault('a tag does not end');
  }

  /** @throws XmlFault when the text ends in the middle of a tag. */
  end(): void {
    if (this.rest.startsWith('<')) throw new XmlFault('the text ends in a tag');
    this.rest = '';
  }

  /** Position after the text, or −1 when more is needed to know where an entity ends. */
  private characters(text: string, at: number): number {
    let end = text.indexOf('<', at);
    if (end < 0) {
      const ampersand = text.lastIndexOf('&');
      end = ampersand >= at && text.length - ampersand < 12 && !text.includes(';', ampersand) ? ampersand : text.length;
      if (end === at) return -1;
    }
    this.handler.text(decodeEntities(text.slice(at, end)));
    return end;
  }

  private markup(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at);
    if (text.startsWith('<?', at)) return after(text, '?>', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      if (end > 0) this.handler.text(text.slice(at + 9, end - 3));
      return end;
    }
    if (text.startsWith('<!', at)) {
      if (text.length - at >= 9) throw new XmlFault('a document type is not allowed');
      return -1;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text.length - at > MAX_TAG ? text.slice(0, at + MAX_TAG) : text)?.[0];
    if (!tag) return -1;
    this.tag(tag);
    return at + tag.length;
  }

  private tag(tag: string): void {
    const closing = tag[1] === '/';
    const empty = tag.at(-2) === '/';
    const inner = tag.slice(closing ? 2 : 1, empty ? -2 : -1);
    const space = inner.search(/\s/);
    const qualified = space < 0 ? inner : inner.slice(0, space);
    const name = qualified.slice(qualified.indexOf(':') + 1);
    if (closing) return this.handler.close(name);
    this.handler.open(name, space < 0 ? '' : inner.slice(space));
    if (empty) this.handler.close(name);
  }
}

/** Value of an attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  for (const [, qualified, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (qualified.slice(qualified.indexOf(':') + 1) === name) return decodeEntities(double ?? single ?? '');
  return undefined;
}

function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? -1 : found + mark.length;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, body: string) => {
    if (body[0] !== '#') return NAMED[body] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
