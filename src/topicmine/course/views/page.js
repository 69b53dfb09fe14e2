// Small words for building a page. Text only ever goes in as text, never as markup.
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  // Lab would otherwise take arrow keys and letters for its own commands
  if (["INPUT", "TEXTAREA", "BUTTON", "SELECT", "SUMMARY", "A"].includes(node.tagName) || "tabindex" in attributes)
    node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.filter((child) => child != null));
  return node;
}

// on a telephone Lab's file list would cover the lesson
if (window.innerWidth < 600) {
  const tab = document.querySelector(".jp-SideBar.jp-mod-left .lm-TabBar-tab.lm-mod-current");
  for (const name of ["pointerdown", "pointerup"]) {
    const { left = 0, top = 0 } = tab?.getBoundingClientRect() ?? {};
    tab?.dispatchEvent(new PointerEvent(name, { bubbles: true, button: 0, clientX: left + 4, clientY: top + 4 }));
  }
}

let made = 0;
function fresh(name) {
  made += 1;
  return `tm-${name}-${made}-${Math.random().toString(36).slice(2, 8)}`;
}

function button(label, act, kind = "") {
  return make("button", { type: "button", class: `tm-button ${kind}`, onclick: act }, label);
}

// `text` with its marked stretches; offsets count code points as Python does
function marked(text, marks) {
  const letters = Array.from(text);
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(letters.slice(at, mark.start).join(""));
    const words = letters.slice(mark.start, mark.end).join("");
    const label = mark.kind === "good" ? "说到了：" : "要改：";
    parts.push(make("mark", { class: `tm-${mark.kind}`, title: mark.reason }, make("span", { class: "tm-hidden" }, label), words));
    at = mark.end;
  }
  parts.push(letters.slice(at).join(""));
  return make("p", { class: "tm-own" }, ...parts);
}

// calls `act` once the person has stopped typing; never between the letters of a Chinese input method
function whenTyped(field, act, pause = 0) {
  let composing = false;
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(act, pause);
  };
  field.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  field.addEventListener("compositionend", () => { composing = false; later(); });
  field.addEventListener("input", later);
}

// sends a message and waits for the answer that carries the same turn; silence is told, never passed over
function talk(model, trait, silence) {
  let turn = Math.floor(Math.random() * 1e9);
  let timer = 0;
  return {
    send(message, quiet) {
      turn += 1;
      clearTimeout(timer);
      timer = setTimeout(quiet, silence);
      const failed = () => { clearTimeout(timer); quiet(); };
      try { model.send({ ...message, turn }); } catch (error) { failed(); }
    },
    heard() {
      if (model.get(trait).turn !== turn) return false;
      clearTimeout(timer);
      return true;
    },
  };
}

const LOST = location.pathname.includes("/voila/") || document.body.dataset.voila
  ? "没有连上，这个答案还没有保存。请刷新页面，再输入一次工号。"
  : "没有连上，这个答案还没有保存。请点菜单“运行”，选“运行所有单元格”，再交一次。";

// hands a file that Python made to the person
function save(message) {
  const bytes = Uint8Array.from(atob(message.data), (letter) => letter.charCodeAt(0));
  const link = make("a", { href: URL.createObjectURL(new Blob([bytes], { type: message.type })), download: message.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
