// What is in the page.
const byId = (id) => document.getElementById(id);
const audio = byId("audio");
const player = byId("player");
const place = byId("place");
const speed = byId("speed");
const content = JSON.parse(byId("content").textContent);
const { phases, captions, chapters, exercises, words } = content;
const transcriptLines = [...byId("transcript").querySelectorAll("button")];
const transcriptStarts = transcriptLines.map((line) => Number(line.value));

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// Writes a text only where it is another: to the browser each writing is a change.
const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};
