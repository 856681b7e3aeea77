"use strict";
(() => {
  const data = JSON.parse(document.getElementById("content").textContent);
  const byId = (id) => document.getElementById(id);
  const columns = data.topics.length;
  const bits = data.readings.length;
  const VERDICTS = {
    S: ["✓", "SUPPORTED", "good"], O: ["≈", "OVERSTATED", "warn"], C: ["✗", "CONTRADICTED", "bad"],
    D: ["≠", "DISPUTED", "warn"], "-": ["∅", "SILENT", "quiet"],
  };
  const STANDING = { a: "adopted", d: "by the draft alone", b: "adopted and draft", "": "" };
  const SIGNS = { h: "", d: "≠", b: "✕", p: "≈" };
  const state = { texts: 0, adopted: 0, readings: 0, outright: false, query: "", chosen: null };
  [state.texts, state.adopted, state.readings] = data.opened;

  // Small pieces -------------------------------------------------------------------------------------------------

  function make(name, look, ...inside) {
    const node = document.createElement(name);
    if (look) node.className = look;
    node.append(...inside.filter((one) => one !== null && one !== undefined));
    return node;
  }
  const first = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  // What was found, looked up ------------------------------------------------------------------------------------

  const kept = new Map();
  function grid(number) {
    if (!kept.has(number)) {
      const [of, changed] = data.grids[number];
      const cells = of < 0 ? new Int32Array(data.holders.length * columns) : Int32Array.from(grid(of));
      for (let at = 0; at < changed.length; at += 2) cells[changed[at]] = changed[at + 1];
      kept.set(number, cells);
    }
    return kept.get(number);
  }
  const setting = (s) => data.settings[((s.texts * 2 + s.adopted) << bits) + s.readings];
  const opened = grid(setting(state)[0]);
  let cells = opened;
  let alive = new Set();

  function outcome(at) {
    const number = cells[at];
    return number ? data.outcomes[number - 1] : null;
  }
  function face(at) {
    const found = outcome(at);
    if (!found) return null;
    const [kind, rung, plainKind, plainRung] = found;
    if (state.outright) return plainKind ? { kind: plainKind, rung: plainRung, plain: true, found } : null;
    return { kind, rung, plain: plainKind === kind && plainRung === rung, found };
  }
  function normsOf(found) {
    return [...new Set(found[6].flat(2))];
  }
  function said(shown) {
    if (!shown) return "nothing is said";
    const position = data.positions[shown.rung].label;
    const standing = STANDING[shown.found[4]];
    const how = shown.plain ? "named outright" : "it follows";
    if (shown.kind === "h") return `${position}, ${how}, ${standing}`;
    if (shown.kind === "d") return `${position} is disputed`;
    if (shown.kind === "b") return `${position} is denied`;
    return "only a part of it";
  }

  // The search ---------------------------------------------------------------------------------------------------

  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const holderWords = data.holders.map((one) => fold([one.label, ...one.names].join(" | ")));
  const topicWords = data.topics.map((one) => fold([one.label, ...one.names].join(" | ")));
  const normWords = data.norms.map((one) => fold([one[3], one[4], data.provisions[one[0]].pieces.join("")].join(" | ")));
  const outcomeWords = new Map();
  function wordsOf(number) {
    if (!outcomeWords.has(number)) {
      outcomeWords.set(number, normsOf(data.outcomes[number - 1]).map((norm) => normWords[norm]).join(" | "));
    }
    return outcomeWords.get(number);
  }
  function matches(words, at) {
    const row = Math.floor(at / columns);
    const column = at % columns;
    return words.every((word) => holderWords[row].includes(word) || topicWords[column].includes(word)
      || wordsOf(cells[at]).includes(word));
  }

  // The matrix ---------------------------------------------------------------------------------------------------

  const table = byId("matrix");
  const rows = [];
  const heads = [];
  const boxes = [];
  function build() {
    const top = make("tr");
    top.setAttribute("role", "row");
    const corner = make("td", "corner", make("span", "", "Holders"), make("span", "", "Topics"));
    corner.setAttribute("role", "gridcell");
    corner.tabIndex = -1;
    top.append(corner);
    data.topics.forEach((topic, column) => {
      const head = make("th", "topic", make("span", "", first(topic.label)));
      head.setAttribute("role", "columnheader");
      head.scope = "col";
      head.tabIndex = -1;
      head.dataset.column = column;
      heads.push(head);
      top.append(head);
    });
    table.append(make("thead", "", top));
    const body = make("tbody");
    data.holders.forEach((holder, row) => {
      const line = make("tr");
      line.setAttribute("role", "row");
      const head = make("th", "holder", make("span", "", first(holder.label)));
      head.setAttribute("role", "rowheader");
      head.scope = "row";
      head.tabIndex = -1;
      head.dataset.row = row;
      line.append(head);
      data.topics.forEach((_, column) => {
        const cell = make("td", "cell");
        cell.setAttribute("role", "gridcell");
        cell.tabIndex = -1;
        cell.dataset.at = row * columns + column;
        boxes.push(cell);
        line.append(cell);
      });
      rows.push([line, head]);
      body.append(line);
    });
    table.append(body);
  }

  function paint() {
    const words = fold(state.query).split(/\s+/).filter(Boolean);
    const shownRows = new Set();
    const shownColumns = new Set();
    let filled = 0;
    let differ = 0;
    boxes.forEach((box, at) => {
      const shown = face(at);
      const found = shown && (!words.length || matches(words, at));
      const differs = cells[at] !== opened[at];
      if (shown && found) {
        filled += 1;
        shownRows.add(Math.floor(at / columns));
        shownColumns.add(at % columns);
      }
      if (differs) differ += 1;
      const look = ["cell"];
      if (shown) {
        look.push(shown.kind, `h${shown.kind === "h" ? data.positions[shown.rung].height : 0}`);
        look.push(shown.plain ? "plain" : "follows");
        if (shown.found[4] === "d") look.push("draft");
        if (words.length && !found) look.push("faint");
      }
      if (differs) look.push("differs");
      if (at === state.chosen) look.push("chosen");
      box.className = look.join(" ");
      box.textContent = shown ? SIGNS[shown.kind] || data.positions[shown.rung].code : "";
      if (shown && shown.kind === "h") box.append(make("i", "bar"));
      const code = shown && shown.kind === "h" ? `${data.positions[shown.rung].code}: ` : "";
      box.setAttribute("aria-label", (code ? code + said(shown) : first(said(shown))) + (differs ? "; differs from the page as opened" : ""));
      box.setAttribute("aria-selected", String(at === state.chosen));
    });
    rows.forEach(([line], row) => { line.hidden = !shownRows.has(row); });
    heads.forEach((head, column) => { head.hidden = !shownColumns.has(column); });
    boxes.forEach((box, at) => { box.hidden = !shownColumns.has(at % columns); });
    table.hidden = !filled;
    byId("none").hidden = Boolean(filled);
    rove();
    return [shownRows.size, shownColumns.size, filled, differ];
  }

  function refresh(quiet) {
    const [number, set] = setting(state);
    cells = grid(number);
    alive = new Set(data.alive[set]);
    const [holders, topics, filled, differ] = paint();
    byId("sub").textContent = data.texts[state.texts] + (state.adopted ? ", adopted texts only" : "");
    const told = `${plural(holders, "holder")}, ${plural(topics, "topic")}, ${plural(filled, "cell")} with an answer`
      + (differ ? `; ${plural(differ, "cell")} differ${differ === 1 ? "s" : ""} from the page as opened` : "") + ".";
    if (!quiet || byId("status").textContent === "") byId("status").textContent = told;
    drawing();
    if (state.chosen !== null) showCell(state.chosen);
    else if (state.query) showClauses();
    remember();
  }

  // Moving in the grid: one stop for the tab key, arrows inside ---------------------------------------------------

  function lines() {
    return [...table.rows].filter((line) => !line.hidden).map((line) => [...line.cells].filter((one) => !one.hidden));
  }
  function rove(target) {
    const now = target || table.querySelector("[tabindex='0']");
    const good = now && !now.hidden && !now.parentNode.hidden ? now : (lines()[1] || lines()[0] || [])[1];
    for (const one of table.querySelectorAll("[tabindex='0']")) one.tabIndex = -1;
    if (good) good.tabIndex = 0;
  }
  function go(target) {
    if (!target) return;
    rove(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  function step(event) {
    const from = event.target.closest("td,th");
    if (!from) return;
    const all = lines();
    const row = all.findIndex((line) => line.includes(from));
    const column = all[row].indexOf(from);
    const pick = (r, c) => {
      const line = all[Math.max(0, Math.min(all.length - 1, r))];
      return line[Math.max(0, Math.min(line.length - 1, c))];
    };
    const ends = event.ctrlKey || event.metaKey;
    const moves = {
      ArrowRight: () => pick(row, column + 1), ArrowLeft: () => pick(row, column - 1),
      ArrowDown: () => pick(row + 1, column), ArrowUp: () => pick(row - 1, column),
      PageDown: () => pick(row + 8, column), PageUp: () => pick(row - 8, column),
      Home: () => pick(ends ? 0 : row, 0), End: () => pick(ends ? all.length : row, columns + 1),
    };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(from, event.key === "Enter");
    } else if (moves[event.key]) {
      event.preventDefault();
      go(moves[event.key]());
    }
  }
  let back = null;
  function choose(box, enter) {
    back = box;
    if (box.dataset.at !== undefined) {
      state.chosen = Number(box.dataset.at);
      mark();
      showCell(state.chosen);
      remember();
    } else if (box.dataset.row !== undefined) showLine("holder", Number(box.dataset.row));
    else if (box.dataset.column !== undefined) showLine("topic", Number(box.dataset.column));
    else return;
    arrive(enter);
  }
  function mark() {
    for (const one of table.querySelectorAll(".chosen")) {
      one.classList.remove("chosen");
      one.setAttribute("aria-selected", "false");
    }
    if (state.chosen !== null) {
      boxes[state.chosen].classList.add("chosen");
      boxes[state.chosen].setAttribute("aria-selected", "true");
    }
  }
  function arrive(enter) {
    const head = byId("panel-head");
    const strength = byId("panel-body").querySelector(".strength");
    const told = strength ? [...strength.childNodes].map((one) => one.textContent.trim()).filter(Boolean).join(", ") : "";
    byId("status").textContent = told ? `${head.textContent}: ${told}` : head.textContent;
    if (enter) head.focus({ preventScroll: true });
    if (enter || matchMedia("(max-width: 60rem)").matches) byId("panel").scrollIntoView({ block: "start" });
  }

  // The panel ----------------------------------------------------------------------------------------------------

  function quotation(number, mark = true) {
    const [provision, pieces, instrument, cite, says, flags, condition] = data.norms[number];
    const clause = data.provisions[provision];
    const wanted = new Set(pieces);
    const text = make("p", "clause");
    clause.pieces.forEach((piece, at) => text.append(mark && wanted.has(at) ? make("mark", "", piece) : piece));
    const source = data.instruments[instrument];
    const standing = make("span", source.draft ? "tag draft" : "tag", source.draft ? "never adopted" : "adopted");
    const foot = make("p", "cite", make("b", "", cite), " ", standing);
    const gives = make("p", "gives", says);
    if (condition) gives.append(` Only ${condition}.`);
    const card = make("blockquote", flags & 1 ? "card against" : "card", foot, text, gives);
    if (clause.ours) text.prepend(make("em", "", "In our words: "));
    return card;
  }
  function cards(numbers) {
    // norms of one provision stand on one card, their words marked together
    const groups = new Map();
    for (const number of numbers) {
      const [provision, , , cite] = data.norms[number];
      const key = `${provision} ${cite} ${data.norms[number][5] & 1}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(number);
    }
    return [...groups.values()].map((members) => {
      const card = quotation(members[0]);
      const wanted = new Set(members.flatMap((one) => data.norms[one][1]));
      const clause = data.provisions[data.norms[members[0]][0]];
      const text = card.querySelector(".clause");
      text.replaceChildren(...clause.pieces.map((piece, at) => (wanted.has(at) ? make("mark", "", piece) : piece)));
      if (clause.ours) text.prepend(make("em", "", "In our words: "));
      const told = [...new Set(members.map((one) => data.norms[one][4]))];
      card.querySelector(".gives").replaceChildren(...told.flatMap((one, at) => (at ? [make("br"), one] : [one])));
      const only = [...new Set(members.map((one) => data.norms[one][6]).filter(Boolean))];
      if (only.length) card.querySelector(".gives").append(` Only ${only.join("; ")}.`);
      return card;
    });
  }
  function panel(title, ...inside) {
    byId("panel-head").textContent = title;
    byId("panel-body").replaceChildren(...inside.filter(Boolean));
  }
  const section = (title, inside) => (inside.length ? make("section", "", make("h3", "", title), ...inside) : null);

  function showCell(at) {
    const holder = data.holders[Math.floor(at / columns)];
    const topic = data.topics[at % columns];
    const title = `${first(holder.label)}, on ${topic.label}`;
    const found = outcome(at);
    if (!found) {
      panel(title, make("p", "strength", "Nothing is said."),
        make("p", "", "No clause of the texts chosen gives this holder anything on this topic, or denies it."));
      return;
    }
    const [kind, rung, , , standing, verdicts, lists, which] = found;
    const label = first(data.positions[rung].label);
    const told = { h: label, d: `${label} is disputed`, b: `${label} is denied`, p: "Only a part of it" }[kind];
    const strength = make("p", `strength ${kind}`, told);
    if (standing) strength.append(" ", make("span", standing === "d" ? "tag draft" : "tag", STANDING[standing]));
    const gives = new Set();
    const bars = new Set();
    const parts = new Set();
    [...verdicts].forEach((letter, at2) => {
      const [mine, against] = lists[which[at2]];
      for (const one of mine) (letter === "O" ? parts : gives).add(one);
      for (const one of against) bars.add(one);
    });
    for (const one of gives) parts.delete(one);
    const ladder = make("table", "ladder");
    ladder.append(make("caption", "", `What may be said of ${holder.label} here`));
    [...verdicts].forEach((letter, at2) => {
      const [sign, name, look] = VERDICTS[letter];
      const line = make("tr", letter === "-" ? "silent" : "");
      const head = make("th", "", first(data.positions[at2].label));
      head.scope = "row";
      const cites = [...new Set(lists[which[at2]].flat().map((one) => data.norms[one][3].split(/[ ,]/)[0]))];
      const list = cites.length > 3 ? `${cites.slice(0, 3).join(", ")} …` : cites.join(", ");
      line.append(head, make("td", look, `${sign} ${name}`), make("td", "where", letter === "-" ? "" : list));
      ladder.append(line);
    });
    panel(title, strength, section("What gives it", cards(gives)), section("What stands against it", cards(bars)),
      section("What gives a part of it, or gives it to a narrower holder", cards(parts)), ladder);
  }

  function linked(number, text, at) {
    const button = make("button", "link", text);
    button.type = "button";
    button.addEventListener("click", () => { choose(boxes[at], false); go(boxes[at]); });
    return button;
  }
  function showLine(kind, number) {
    state.chosen = null;
    mark();
    const isHolder = kind === "holder";
    const label = (isHolder ? data.holders : data.topics)[number].label;
    const groups = new Map();
    boxes.forEach((box, at) => {
      if ((isHolder ? Math.floor(at / columns) : at % columns) !== number) return;
      const shown = face(at);
      if (!shown) return;
      const label2 = first(data.positions[shown.rung].label);
      const key = { h: label2, d: `${label2} is disputed`, b: `${label2} is denied`, p: "Only a part of it" }[shown.kind];
      if (!groups.has(key)) groups.set(key, [shown.kind === "h" ? shown.rung : 100 + shown.rung, []]);
      const other = isHolder ? data.topics[at % columns] : data.holders[Math.floor(at / columns)];
      groups.get(key)[1].push(make("li", "", linked(at, first(other.label), at)));
    });
    const parts = [...groups].sort((a, b) => a[1][0] - b[1][0])
      .map(([key, [, items]]) => section(key, [make("ul", "", ...items)]));
    panel(first(label), ...(parts.length ? parts : [make("p", "", "Nothing is said in the texts chosen.")]));
  }
  function showClauses() {
    const words = fold(state.query).split(/\s+/).filter(Boolean);
    const found = [...alive].filter((one) => words.every((word) => normWords[one].includes(word)));
    const list = cards(found).slice(0, 12);
    panel(`“${state.query.trim()}” in the clauses`,
      make("p", "", found.length ? `${plural(cards(found).length, "clause")} found.` : "No clause has these words."), ...list);
  }

  // The drawing --------------------------------------------------------------------------------------------------

  const canvas = byId("canvas");
  const ribbons = [...canvas.querySelectorAll("[data-ribbon]")];
  const nodes = [...canvas.querySelectorAll("[data-box]")];
  const byPlace = (list, name) => list.sort((a, b) => Number(a.dataset[name]) - Number(b.dataset[name]));
  byPlace(ribbons, "ribbon");
  byPlace(nodes, "box");
  let lit = null;
  function drawing() {
    ribbons.forEach((one, at) => {
      one.classList.toggle("off", !data.ribbons[at].some((norm) => alive.has(norm)));
      one.classList.toggle("dim", lit !== null && !data.joins[lit].includes(at));
      one.classList.toggle("lit", lit !== null && data.joins[lit].includes(at));
    });
    nodes.forEach((one, at) => {
      one.classList.toggle("off", !data.joins[at].some((r) => data.ribbons[r].some((norm) => alive.has(norm))));
      one.setAttribute("aria-pressed", String(lit === at));
    });
  }
  function light(at) {
    lit = lit === at ? null : at;
    drawing();
    if (lit === null) return;
    const [kind, label] = data.boxes[lit];
    const numbers = [...new Set(data.joins[lit].flatMap((r) => data.ribbons[r]))].filter((one) => alive.has(one));
    panel(first(label), make("p", "strength",
      `${plural(numbers.length, "norm")} ${kind === "holder" ? "of this holder" : "on this topic"}`), ...cards(numbers));
    arrive(false);
  }
  function roam(target) {
    for (const one of nodes) one.setAttribute("tabindex", "-1");
    if (target) {
      target.setAttribute("tabindex", "0");
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }
  if (nodes.length) nodes[0].setAttribute("tabindex", "0");
  canvas.addEventListener("click", (event) => {
    const node = event.target.closest("[data-box]");
    const ribbon = event.target.closest("[data-ribbon]");
    if (node) {
      roam(node);
      light(Number(node.dataset.box));
    } else if (ribbon) {
      const at = Number(ribbon.dataset.ribbon);
      const ends = data.boxes.filter((_, box) => data.joins[box].includes(at)).map((box) => box[1]);
      panel(first(ends.join(", on ")), ...cards(data.ribbons[at].filter((one) => alive.has(one))));
      arrive(false);
    }
  });
  canvas.addEventListener("keydown", (event) => {
    const node = event.target.closest("[data-box]");
    if (!node) return;
    const at = Number(node.dataset.box);
    const kind = data.boxes[at][0];
    const column = nodes.filter((one, other) => data.boxes[other][0] === kind && !one.classList.contains("off"));
    const place = column.indexOf(node);
    if (event.key === "Enter" || event.key === " ") light(at);
    else if (event.key === "ArrowDown") roam(column[Math.min(place + 1, column.length - 1)]);
    else if (event.key === "ArrowUp") roam(column[Math.max(place - 1, 0)]);
    else if (event.key === "Home") roam(column[0]);
    else if (event.key === "End") roam(column[column.length - 1]);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const wanted = event.key === "ArrowLeft" ? "holder" : "topic";
      if (wanted !== kind) {
        const ribbon = data.joins[at].find((r) => !ribbons[r].classList.contains("off"));
        roam(nodes.find((one, other) => data.boxes[other][0] === wanted && data.joins[other].includes(ribbon)));
      }
    } else return;
    event.preventDefault();
  });

  // Tabs, filters, colours, keys -----------------------------------------------------------------------------------

  const tabs = ["matrix", "drawing"];
  function open(name, focus) {
    for (const one of tabs) {
      const tab = byId(`tab-${one}`);
      tab.setAttribute("aria-selected", String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      byId(`view-${one}`).hidden = one !== name;
      if (focus && one === name) tab.focus();
    }
  }
  for (const name of tabs) {
    byId(`tab-${name}`).addEventListener("click", () => open(name));
    byId(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      open(tabs[1 - tabs.indexOf(name)], true);
    });
  }

  function filters() {
    data.texts.forEach((label, at) => {
      const option = make("option", "", label);
      option.value = at;
      byId("texts").append(option);
    });
    byId("texts").addEventListener("change", (event) => { state.texts = Number(event.target.value); refresh(); });
    byId("adopted").disabled = Boolean(data.opened[1]) && !setting({ texts: 0, adopted: 0, readings: 0 });
    byId("adopted").addEventListener("change", (event) => { state.adopted = Number(event.target.checked); refresh(); });
    byId("outright").addEventListener("change", (event) => { state.outright = event.target.checked; refresh(); });
    data.readings.forEach((reading, at) => {
      const box = make("input");
      box.type = "checkbox";
      box.id = `reading-${at}`;
      const told = make("small", "", "");
      told.id = `told-${at}`;
      box.setAttribute("aria-describedby", told.id);
      box.addEventListener("change", () => {
        state.readings ^= 1 << at;
        sync();
        refresh();
      });
      byId("readings").append(make("label", "reading", box, make("span", "", first(reading.label)), told));
    });
    byId("readings").hidden = !bits;
    let waiting = 0;
    byId("query").addEventListener("input", (event) => {
      state.query = event.target.value;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        state.chosen = null;
        refresh();
        if (!state.query) welcome();
      }, 120);
    });
    document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
    for (const one of document.querySelectorAll("[name=theme]")) {
      one.addEventListener("change", () => {
        if (one.value === "auto") delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = one.value;
      });
    }
  }
  function sync() {
    byId("texts").value = String(state.texts);
    byId("adopted").checked = Boolean(state.adopted);
    byId("outright").checked = state.outright;
    data.readings.forEach((reading, at) => {
      const on = Boolean(state.readings & (1 << at));
      byId(`reading-${at}`).checked = on;
      byId(`told-${at}`).textContent = on ? reading.on : reading.off;
    });
  }

  // The choices stand in the address, so that a view can be kept as a bookmark.
  function remember() {
    const parts = [`t=${state.texts}`, `a=${state.adopted}`, `r=${state.readings}`, `o=${Number(state.outright)}`];
    if (state.chosen !== null) parts.push(`c=${state.chosen}`);
    try { history.replaceState(null, "", `#${parts.join("&")}`); } catch { /* some viewers allow no address */ }
  }
  function recall() {
    const known = new URLSearchParams(location.hash.slice(1));
    const number = (name, most) => {
      const value = Number(known.get(name));
      return known.has(name) && Number.isInteger(value) && value >= 0 && value < most ? value : null;
    };
    const asked = {
      texts: number("t", data.texts.length), adopted: number("a", 2), readings: number("r", 1 << bits),
    };
    if (Object.values(asked).every((one) => one !== null) && setting(asked)) Object.assign(state, asked);
    state.outright = number("o", 2) === 1;
    state.chosen = number("c", boxes.length);
  }

  function legend() {
    const list = make("ul");
    const sample = (look, text, told) => {
      const box = make("span", `cell ${look}`, text);
      if (/h\d/.test(look)) box.append(make("i", "bar"));
      box.setAttribute("aria-hidden", "true");
      list.append(make("li", "", box, ` ${told}`));
    };
    for (const one of data.positions) sample(`h plain h${one.height}`, one.code, one.label);
    sample("b", "✕", "denied");
    sample("d", "≠", "disputed");
    sample("p", "≈", "only a part");
    const code = data.positions[Math.floor(data.positions.length / 2)];
    if (code) {
      sample(`h plain h${code.height}`, code.code, "filled: the clause names this holder and this topic");
      sample(`h follows h${code.height}`, code.code, "hollow: it follows from a wider holder or topic");
      sample(`h plain draft h${code.height}`, code.code, "dashed: a draft alone says so");
      sample("differs", "", "corner: differs from the page as opened");
    }
    byId("legend").append(make("h2", "", "How to read it"), list);
  }
  function welcome() {
    panel("Choose a cell", make("p", "", "A cell says the strongest position that the texts bear out. Choose one to read "
      + "the clause behind it, its words marked. Choose the name of a holder or of a topic to see all that is said of it."),
    data.left[0] + data.left[1] ? make("p", "", `Left out for want of room: ${plural(data.left[0], "holder")}, `
      + `${plural(data.left[1], "topic")}.`) : null);
  }

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("query").focus();
    } else if (event.key === "Escape") {
      if (byId("panel").contains(document.activeElement) && back) go(back);
      else if (document.activeElement === byId("query") && state.query) {
        byId("query").value = state.query = "";
        refresh();
        welcome();
      } else if (lit !== null) light(lit);
    }
  });

  build();
  table.addEventListener("keydown", step);
  table.addEventListener("click", (event) => {
    const box = event.target.closest("td,th");
    if (!box) return;
    go(box);
    choose(box, false);
  });
  legend();
  filters();
  recall();
  sync();
  welcome();
  for (const one of data.instruments) {
    byId("sources").append(make("li", one.draft ? "draft" : "", `${one.title}, ${one.year}, `
      + (one.draft ? "never adopted" : "adopted")));
  }
  refresh();
  document.documentElement.dataset.ready = "true";
})();
