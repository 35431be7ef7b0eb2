// The words of a transcript. An hour is ten thousand of them: they stand in the page as
// text, a block of a few sentences each, which a reader, a search and paper have as it is.
// They become elements where one is needed: in the block that is pointed at, is played, or
// is reached by key. A block says in its attributes which word is its first
// (data-n), when that begins (data-s), and how many milliseconds later each of its words
// does (data-t). Words that carry a mark are elements from the beginning.

// How many of `sorted` are not above the limit.
const upTo = (sorted, limit) => {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1; else high = middle;
  }
  return low;
};

// The word of a click; its block may have become elements between press and release.
export const clicked = (event) => (
  event.target.closest?.(".w") ?? document.elementFromPoint(event.clientX, event.clientY)?.closest(".w")
);

export class Transcript {
  #blocks = [];
  #timed = [];
  #begins = [];
  #places = [];
  #of = new Map();

  constructor(region) {
    this.region = region;
    this.refresh();
    // Before any click: a finger and a pen point too.
    region.addEventListener("pointerover", (event) => {
      const block = this.#of.get(event.target.closest(".paragraph"));
      if (block) this.#words(block);
    });
  }

  // After the region was put in anew.
  refresh() {
    this.#blocks = [...this.region.querySelectorAll(".paragraph > p")].map((p) => (
      { p, place: Number(p.dataset.n), start_s: Number(p.dataset.s), words: null, starts: null }
    ));
    this.#places = this.#blocks.map((block) => block.place);
    this.#timed = this.#blocks.filter((block) => block.p.dataset.t);
    this.#begins = this.#timed.map((block) => block.start_s);
    this.#of = new Map(this.#blocks.map((block) => [block.p.parentElement, block]));
  }

  // The element of a word by its number; undefined where there is none.
  word(place) {
    const block = this.#blocks[upTo(this.#places, place) - 1];
    return block && this.#words(block)[place - block.place];
  }

  // The word that is being said, or was last; undefined before the first.
  saidAt(now_s) {
    const block = this.#timed[upTo(this.#begins, now_s) - 1];
    if (!block) return undefined;
    block.starts ??= starts(block);
    let place = upTo(block.starts.filter((s) => s !== null), now_s) - 1;
    for (let n = 0; n <= place; n += 1) if (block.starts[n] === null) place += 1;
    return this.#words(block)[place];
  }

  #words(block) {
    if (block.words) return block.words;
    const { p } = block;
    // A page saved with its words made holds them already.
    if (p.dataset.made === undefined) {
      block.starts ??= starts(block);
      p.replaceChildren(...elements(block));
      p.dataset.made = "";
    }
    block.words = [...p.children];
    return block.words;
  }
}

const starts = ({ p, start_s }) => (p.dataset.t ?? "").split(" ").filter(Boolean)
  .map((ms) => (ms === "-" ? null : Math.round(1000 * start_s + Number(ms)) / 1000));

const elements = ({ p, place, starts }) => {
  const made = [];
  let n = 0;
  for (const node of p.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) { made.push(node); n += 1; continue; }
    for (const text of node.data.split(/([ \n]+)/)) {
      if (!text.trim()) { made.push(text); continue; }
      const word = document.createElement("span");
      word.className = "w";
      word.dataset.n = place + n;
      if (starts[n] != null) word.dataset.s = starts[n];
      word.textContent = text;
      made.push(word);
      n += 1;
    }
  }
  return made;
};
