/**
 * The security-print patterns of the certificate, as SVG: interlaced waves in the colours of both parties. They are
 * the same on every certificate, so they are drawn once and laid under the text as a vector picture.
 *
 * One wave is drawn and then repeated by moving or turning it: the repeats compress to almost nothing in the PDF, where
 * the same band written out point by point costs 20 kB.
 */

const GREEN = '#1f6b52';
const RED = '#b4402f';
const INK = '#1d2b3a';
const PAPER = '#fffdf8';

interface Point {
  readonly x: number;
  readonly y: number;
}
/** A piece of base line, from 0 to `length` in millimetres: the place, and the direction there in radians. */
interface BaseLine {
  readonly length: number;
  /** One over the radius; 0 when straight. */
  readonly curvature: number;
  at(s: number): Point & { readonly direction: number };
}

/** To the right from the origin. */
function straight(length: number): BaseLine {
  return { length, curvature: 0, at: (s) => ({ x: s, y: 0, direction: 0 }) };
}

/** Clockwise about the origin from the top, where it goes to the right. */
function arc(radius: number, angle: number): BaseLine {
  return {
    length: radius * angle,
    curvature: 1 / radius,
    at: (s) => ({ x: radius * Math.sin(s / radius), y: -radius * Math.cos(s / radius), direction: s / radius }),
  };
}

/** One sine wave per phase (in turns) along the base line, as cubic Bézier curves: four when straight, eight when bent. */
function wave(base: BaseLine, amplitude: number, phases: readonly number[]): string {
  const steps = base.curvature === 0 ? 4 : 8;
  const step = base.length / steps;
  const n = (value: number) => String(Number(value.toFixed(2)));
  const strand = (phase: number) => {
    const points = Array.from({ length: steps + 1 }, (_, index) => {
      const { x, y, direction } = base.at(index * step);
      const turn = 2 * Math.PI * (index / steps + phase);
      const [height, slope] = [amplitude * Math.sin(turn), ((amplitude * 2 * Math.PI) / base.length) * Math.cos(turn)];
      // Farther out, the same turn is a longer way.
      const ahead = 1 + height * base.curvature;
      const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
      // Outwards is to the left of the direction (y grows downwards).
      return {
        x: x + sin * height,
        y: y - cos * height,
        dx: ((cos * ahead + sin * slope) * step) / 3,
        dy: ((sin * ahead - cos * slope) * step) / 3,
      };
    });
    const curves = points.slice(1).map((to, index) => {
      const from = points[index];
      return `C${n(from.x + from.dx)} ${n(from.y + from.dy)} ${n(to.x - to.dx)} ${n(to.y - to.dy)} ${n(to.x)} ${n(to.y)}`;
    });
    return `M${n(points[0].x)} ${n(points[0].y)}${curves.join('')}`;
  };
  return phases.map(strand).join('');
}

const stroke = (path: string, colour: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;
const moved = (x: number, y: number, degrees: number, body: string) =>
  `<g transform="translate(${x} ${y}) rotate(${degrees})">${body}</g>`;
const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(i)).join('');
const svg = (width: number, height: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${body}</svg>`;

/** A closed ring of waves. */
function ring(centre: Point, radius: number, waves: number, draw: (base: BaseLine) => string): string {
  const body = draw(arc(radius, (2 * Math.PI) / waves));
  return times(waves, (index) => moved(centre.x, centre.y, (index * 360) / waves, body));
}

/** The band around an A4 page: a rectangle with round corners, each corner two waves long. */
function band(): string {
  const [left, top, right, bottom, radius] = [12.5, 12.5, 284.5, 197.5, 22.6];
  const draw = (base: BaseLine) =>
    stroke(wave(base, 2.8, [0, 0.25]), GREEN, 0.2) + stroke(wave(base, 2.8, [0.5, 0.75]), RED, 0.2);
  const side = (x: number, y: number, degrees: number, length: number, waves: number) => {
    const body = draw(straight(length / waves));
    return moved(
      x,
      y,
      degrees,
      times(waves, (index) => moved((index * length) / waves, 0, 0, body)),
    );
  };
  const bend = draw(arc(radius, Math.PI / 4));
  const corner = bend + moved(0, 0, 45, bend);
  const [width, height] = [right - left - 2 * radius, bottom - top - 2 * radius];
  return [
    side(left + radius, top, 0, width, 13),
    moved(right - radius, top + radius, 0, corner),
    side(right, top + radius, 90, height, 8),
    moved(right - radius, bottom - radius, 90, corner),
    side(right - radius, bottom, 180, width, 13),
    moved(left + radius, bottom - radius, 180, corner),
    side(left, bottom - radius, 270, height, 8),
    moved(left + radius, top + radius, 270, corner),
  ].join('');
}

/** The whole page, A4 landscape: the band between two rims, and two pale interlocked rings behind the text. */
export function pageBackground(): string {
  const rim = (inset: number, radius: number, width: number) =>
    `<rect x="${inset}" y="${inset}" width="${297 - 2 * inset}" height="${210 - 2 * inset}" rx="${radius}" fill="none" stroke="${INK}" stroke-width="${width}"/>`;
  const pale = (colour: string) => (base: BaseLine) => stroke(wave(base, 9, [0, 0.33, 0.67]), colour, 0.22);
  return svg(
    297,
    210,
    [
      ring({ x: 121, y: 105 }, 45, 24, pale('#e9efe6')),
      ring({ x: 176, y: 105 }, 45, 24, pale('#f6ebe5')),
      band(),
      rim(8.7, 26.4, 0.5),
      rim(16.3, 18.8, 0.2),
    ].join(''),
  );
}

/** The place kept for a party's crest: a ring of waves around an empty middle. 28 mm square. */
export function crestRing(party: 'pk' | 'cn'): string {
  const colour = party === 'pk' ? GREEN : RED;
  const centre = { x: 14, y: 14 };
  return svg(
    28,
    28,
    [
      `<circle cx="14" cy="14" r="13.5" fill="none" stroke="${colour}" stroke-width="0.35"/>`,
      ring(centre, 11.4, 18, (base) => stroke(wave(base, 1.7, [0, 0.25, 0.5, 0.75]), colour, 0.14)),
      `<circle cx="14" cy="14" r="9.3" fill="${PAPER}" stroke="${colour}" stroke-width="0.25"/>`,
    ].join(''),
  );
}
