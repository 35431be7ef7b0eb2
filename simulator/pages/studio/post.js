// Sends what was done; puts what came back in its place on the page.

const said = () => document.getElementById("said");

export const say = (text, wrong = false) => {
  const line = said();
  line.textContent = text;
  line.classList.toggle("wrong", wrong);
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { line.textContent = ""; }, wrong ? 8000 : 2500);
};

const answered = async (answer) => {
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new Error(body.trouble ?? "The studio did not take that. Load the page again.");
};

// One at a time, in order: two quick keys must not overtake each other.
let last = Promise.resolve();

export const send = (address, act) => {
  const mine = last.then(async () => {
    const options = act === undefined ? {} : {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(act),
    };
    try {
      return await answered(await fetch(address, options));
    } catch (error) {
      const gone = error instanceof TypeError;
      say(gone ? "The studio has stopped. Start `mock-interview replay` again; nothing kept is lost." : error.message, true);
      return null;
    }
  });
  last = mine;
  return mine;
};

// Regions come from our own templates, escaped there.
export const replace = (regions = {}) => {
  for (const [name, html] of Object.entries(regions)) {
    const region = document.getElementById(name);
    if (!region) continue;
    const focused = region.contains(document.activeElement) ? place(document.activeElement) : null;
    const open = [...region.querySelectorAll("details")].map((d) => d.open);
    const parsed = new DOMParser().parseFromString(html, "text/html");
    region.replaceChildren(...parsed.body.childNodes);
    region.querySelectorAll("details").forEach((d, n) => { d.open = open[n] ?? d.open; });
    if (focused) region.querySelector(focused)?.focus({ preventScroll: true });
  }
};

// Where the focus was, so that it is there again in what came back.
const place = (element) => {
  if (element.name && element.value) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  const line = element.closest("[data-f]");
  if (line && element.dataset.ruling) {
    const nth = [...line.querySelectorAll("[data-ruling]")].indexOf(element);
    return `[data-f="${line.dataset.f}"] [data-ruling]:nth-of-type(${nth + 1})`;
  }
  const id = element.closest("[data-id]")?.dataset.id;
  return id ? `[data-id="${CSS.escape(id)}"]` : null;
};
