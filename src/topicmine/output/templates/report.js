"use strict";
// Filters the cards by what the reader chose; works on the page alone.
(function () {
  const form = document.getElementById("filters");
  const cards = Array.from(document.querySelectorAll("article.card"));
  const groups = Array.from(document.querySelectorAll("#leads .group"));
  const shown = document.getElementById("shown");
  const empty = document.getElementById("empty");
  const lists = ["source", "type", "gate"];
  const value = (id) => document.getElementById(id).value;
  const texts = new Map();

  function textOf(card) {
    if (!texts.has(card)) texts.set(card, card.textContent.replace(/\s+/g, "").toLowerCase());
    return texts.get(card);
  }

  function fits(card, words, from, to) {
    if (lists.some((name) => value(name) && card.dataset[name] !== value(name))) return false;
    const day = card.dataset.day;
    if ((from || to) && !day) return false;
    if ((from && day < from) || (to && day > to)) return false;
    return words.every((word) => textOf(card).includes(word));
  }

  function apply() {
    const words = value("words").toLowerCase().split(/\s+/).filter(Boolean);
    const from = value("from");
    const to = value("to");
    let count = 0;
    for (const card of cards) {
      const fit = fits(card, words, from, to);
      card.hidden = !fit;
      count += fit ? 1 : 0;
    }
    for (const group of groups) group.hidden = cards.length > 0 && !group.querySelector("article:not([hidden])");
    shown.textContent = count === cards.length ? `共${count}条` : `显示${count}条，共${cards.length}条`;
    empty.hidden = count > 0 || cards.length === 0;
  }

  function setOpen(open) {
    for (const card of cards) if (!card.hidden) for (const part of card.querySelectorAll("details")) part.open = open;
  }

  form.hidden = cards.length === 0;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("open").addEventListener("click", () => setOpen(true));
  document.getElementById("close").addEventListener("click", () => setOpen(false));
  apply();
})();
