// The waveform with its marks: one canvas, drawn only for the stretch in view, and only
// when that or a mark changes. What moves with the sound is an element of its own.
// Top to bottom: fillers and comments, waveform with pauses, structure, pace, times.

import { clock } from "./sound.js";

const TOP = 20, WAVE = 96, PARTS = 20, PACE = 52, AXIS = 18, GAP = 3;
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900];
const SHORT_S = 90; // up to this the whole answer is in view
const WINDOW_S = 60;
const CLOSEST_S = 4;

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["paper", "raised", "ink", "soft", "rule", "line", "link", "gap", "good",
    "band", "situation", "task", "action", "result", "on-hue", "focus"];
  return Object.fromEntries(names.map((name) => [name, of(name)]));
};

export class Wave {
  #bars = null;
  #colours = colours();
  #width = 0;

  constructor(canvas, overview, played, duration_s) {
    Object.assign(this, { canvas, overview, played });
    this.duration_s = Math.max(duration_s, 0.1);
    this.span_s = this.duration_s <= SHORT_S ? this.duration_s : WINDOW_S;
    this.start_s = 0;
    this.now_s = 0;
    this.peaks = null;
    this.marks = { fillers: [], pauses: [], parts: [], pace: [], comments: [], pace_good: [] };
    this.picked = null;
    const again = () => { this.#colours = colours(); this.#bars = null; this.draw(); };
    new ResizeObserver(again).observe(canvas.parentElement);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  }

  async load(address) {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const body = new Int8Array(await answer.arrayBuffer());
    const per_s = Number(answer.headers.get("x-peaks-per-s"));
    this.peaks = { body, per_s, highest: loud(body) };
    this.#bars = null;
    this.draw();
  }

  show(marks) { this.marks = { ...this.marks, ...marks }; this.draw(); }

  at(now_s, playing) {
    this.now_s = now_s;
    const end_s = this.start_s + this.span_s;
    // The view turns like a page: it does not slide under the eye.
    const before_s = this.start_s;
    if (now_s < this.start_s || now_s > end_s - (playing ? this.span_s * 0.05 : 0)) {
      this.#look(now_s - this.span_s * 0.1);
    }
    if (this.start_s !== before_s) this.draw();
    else this.#move();
  }

  #move() {
    const along = ((this.now_s - this.start_s) / this.span_s) * this.#width;
    this.played.style.transform = `translateX(${Math.round(along * 2) / 2 - this.#width}px)`;
    const pixel = Math.round((this.now_s / this.duration_s) * this.#width);
    if (pixel !== this.pixel) this.#whole();
    this.pixel = pixel;
  }

  zoom(factor) {
    const middle_s = this.now_s;
    this.span_s = Math.min(this.duration_s, Math.max(CLOSEST_S, this.span_s * factor));
    this.#look(middle_s - this.span_s / 2);
    this.draw();
  }

  #look(start_s) {
    this.start_s = Math.min(Math.max(0, start_s), Math.max(0, this.duration_s - this.span_s));
    this.#bars = null;
  }

  // Seconds at a place of the canvas, or of the overview.
  timeAt(x, canvas = this.canvas) {
    const share = Math.min(1, Math.max(0, x / canvas.clientWidth));
    return canvas === this.overview ? share * this.duration_s : this.start_s + share * this.span_s;
  }

  fillerAt(time_s) {
    const near_s = (4 / this.canvas.clientWidth) * this.span_s;
    return this.marks.fillers.find(([from, to]) => time_s >= from - near_s && time_s <= to + near_s);
  }

  draw() {
    this.#whole();
    const [pen, width] = sized(this.canvas);
    this.#width = width;
    if (!width) return;
    const x = (t) => ((t - this.start_s) / this.span_s) * width;
    const seen = (from, to) => to >= this.start_s && from <= this.start_s + this.span_s;
    this.#pauses(pen, x, seen);
    this.#sound(pen, width);
    this.#structure(pen, x, seen);
    this.#pace(pen, width, x, seen);
    this.#fillers(pen, x, seen);
    this.#comments(pen, x, seen);
    this.#axis(pen, width, x);
    this.#move();
  }

  #sound(pen, width) {
    const middle = TOP + WAVE / 2;
    pen.fillStyle = this.#colours.line;
    if (!this.peaks) return void pen.fillRect(0, middle, width, 1);
    this.#bars ??= bars(this.peaks, this.start_s, this.span_s, Math.ceil(width / 3));
    const scale = (WAVE / 2 - 2) / this.peaks.highest;
    this.#bars.forEach(([low, high], n) => {
      const up = Math.min(high * scale, WAVE / 2), down = Math.min(-low * scale, WAVE / 2);
      pen.fillRect(n * 3, middle - up, 2, Math.max(1.5, up + down));
    });
  }

  #pauses(pen, x, seen) {
    pen.fillStyle = this.#colours.rule;
    for (const [from, to, inside] of this.marks.pauses) {
      if (!seen(from, to)) continue;
      const left = x(from), wide = Math.max(1, x(to) - left);
      pen.globalAlpha = inside ? 0.9 : 0.45;
      pen.fillRect(left, TOP, wide, WAVE);
    }
    pen.globalAlpha = 1;
  }

  #structure(pen, x, seen) {
    const top = TOP + WAVE + GAP;
    for (const [name, from, to] of this.marks.parts) {
      if (!seen(from, to)) continue;
      const left = x(from), wide = Math.max(2, x(to) - left - 1);
      pen.fillStyle = this.#colours[name] ?? this.#colours.situation;
      pen.beginPath();
      pen.roundRect(left, top, wide, PARTS - 4, 3);
      pen.fill();
      pen.fillStyle = this.#colours["on-hue"];
      pen.font = "600 11px system-ui, sans-serif";
      const label = wide > 70 ? name.replaceAll("_", " ") : wide > 12 ? name[0].toUpperCase() : "";
      if (label) pen.fillText(label, Math.max(left, 0) + 5, top + 12);
    }
  }

  #pace(pen, width, x, seen) {
    const points = this.marks.pace;
    if (!points.length) return;
    const top = TOP + WAVE + PARTS + GAP * 2;
    const [low, high] = this.marks.pace_good ?? [];
    const values = [...points.map(([, v]) => v), low ?? Infinity, high ?? 0].filter(Number.isFinite);
    const least = Math.min(...values) - 10, most = Math.max(...values) + 10;
    const y = (v) => top + PACE - 4 - ((v - least) / (most - least)) * (PACE - 8);
    if (low != null && high != null) {
      pen.fillStyle = this.#colours.band;
      pen.fillRect(0, y(high), width, y(low) - y(high));
      pen.font = "11px system-ui, sans-serif";
      pen.fillStyle = this.#colours.soft;
      pen.fillText(`usual: ${Math.round(low)} to ${Math.round(high)} words a minute`, 5, y(low) - 4);
    }
    pen.strokeStyle = this.#colours.link;
    pen.lineWidth = 2;
    pen.lineJoin = "round";
    pen.beginPath();
    let drawing = false;
    points.forEach(([t, v], n) => {
      const [next] = points[n + 1] ?? [t], [before] = points[n - 1] ?? [t];
      if (!seen(before, next)) return;
      drawing ? pen.lineTo(x(t), y(v)) : pen.moveTo(x(t), y(v));
      drawing = true;
    });
    pen.stroke();
  }

  #fillers(pen, x, seen) {
    for (const [from, to, place, state] of this.marks.fillers) {
      if (!seen(from, to)) continue;
      const left = x(from), wide = Math.max(3, x(to) - left);
      pen.strokeStyle = pen.fillStyle = this.#colours.gap;
      pen.lineWidth = 1.5;
      if (place === this.picked) {
        pen.globalAlpha = 0.22;
        pen.fillRect(left - 1, TOP, wide + 2, WAVE);
        pen.globalAlpha = 1;
      }
      if (state === 2) pen.fillRect(left, TOP - 9, wide, 7);
      else if (state === 1) pen.strokeRect(left + 0.75, TOP - 8.25, Math.max(2, wide - 1.5), 5.5);
      else {
        pen.strokeStyle = this.#colours.line;
        pen.beginPath();
        pen.moveTo(left, TOP - 9); pen.lineTo(left + wide, TOP - 2);
        pen.stroke();
      }
    }
  }

  #comments(pen, x, seen) {
    const hue = { strength: "good", work_on: "gap", question: "situation" };
    for (const { start_s, kind } of this.marks.comments) {
      if (!seen(start_s, start_s)) continue;
      const left = x(start_s);
      pen.fillStyle = this.#colours[hue[kind]] ?? this.#colours.ink;
      pen.fillRect(left, 1, 1.5, TOP + WAVE);
      pen.beginPath();
      pen.moveTo(left, 1); pen.lineTo(left + 9, 4.5); pen.lineTo(left, 8);
      pen.fill();
    }
  }

  #axis(pen, width, x) {
    const top = TOP + WAVE + PARTS + PACE + GAP * 2;
    const step = STEPS_S.find((s) => this.span_s / s <= Math.max(3, width / 90)) ?? 900;
    pen.fillStyle = this.#colours.soft;
    pen.font = "11px system-ui, sans-serif";
    for (let t = Math.ceil(this.start_s / step) * step; t <= this.start_s + this.span_s; t += step) {
      const left = x(t), label = clock(t), wide = pen.measureText(label).width;
      pen.fillRect(left, top, 1, 4);
      pen.fillText(label, Math.min(Math.max(0, left - wide / 2), width - wide), top + AXIS - 2);
    }
  }

  // The whole answer, small, with the stretch in view: only where that is not all.
  #whole() {
    const partly = this.span_s < this.duration_s - 0.01;
    if (this.overview.hidden === partly) this.overview.hidden = !partly;
    if (!partly) return;
    const [pen, width] = sized(this.overview);
    const high = this.overview.clientHeight, x = (t) => (t / this.duration_s) * width;
    pen.fillStyle = this.#colours.band;
    pen.fillRect(x(this.start_s), 0, Math.max(3, x(this.span_s)), high);
    if (this.peaks) {
      const count = Math.ceil(width / 2);
      if (this.small?.length !== count) this.small = bars(this.peaks, 0, this.duration_s, count);
      pen.fillStyle = this.#colours.line;
      const scale = (high / 2 - 1) / this.peaks.highest;
      this.small.forEach(([low, top], n) => {
        pen.fillRect(n * 2, high / 2 - top * scale, 1, Math.max(1, (top - low) * scale));
      });
    }
    pen.fillStyle = this.#colours.gap;
    for (const [from, , , state] of this.marks.fillers) if (state === 2) pen.fillRect(x(from), high - 3, 1.5, 3);
    pen.fillStyle = this.#colours.ink;
    for (const { start_s } of this.marks.comments) pen.fillRect(x(start_s), 0, 1.5, 5);
    pen.fillStyle = this.#colours.focus;
    pen.fillRect(x(this.now_s) - 1, 0, 2, high);
  }
}

// (lowest, highest) peak of each of `count` bars of a stretch.
const bars = ({ body, per_s }, start_s, span_s, count) => {
  const made = [], each = (span_s * per_s) / count, first = start_s * per_s;
  const last = body.length / 2;
  for (let n = 0; n < count; n += 1) {
    const from = Math.floor(first + n * each), to = Math.max(from + 1, Math.floor(first + (n + 1) * each));
    let low = 0, high = 0;
    for (let k = from; k < Math.min(to, last); k += 1) {
      low = Math.min(low, body[2 * k]);
      high = Math.max(high, body[2 * k + 1]);
    }
    made.push([low, high]);
  }
  return made;
};

// A cough must not flatten the voice: the scale is that of all but the loudest.
const loud = (body) => {
  const counts = new Uint32Array(129);
  for (const value of body) counts[Math.abs(value)] += 1;
  let left = body.length * 0.003, level = 128;
  while (level > 12 && (left -= counts[level]) > 0) level -= 1;
  return level;
};

const sized = (canvas) => {
  const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return [pen, width];
};
