// The rules' sentences in the language of the page. They come in English, as geo/timeline/sentences.py writes them and
// docs/rules.md lists them: here they are taken apart by the same wordings, and said anew. What is not understood whole
// stays English, and so do the words of reports and of the region's files.

import { spokenName } from "./data.js";
import { sayEdtf } from "./days.js";
import { listed, spoken, t, wordings } from "./words.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./words.js").Key} Key */
/** @typedef {(key: Key, slots: Record<string, string>) => string} Teller */
/** @typedef {{key: Key, pattern: RegExp, names: string[]}} Form */

const DAY = "-?\\d{4}[-\\d~?%]*";
const DAYS = `(?:on a day not known|between ${DAY} and ${DAY}|(?:on|in|by|since) ${DAY})`;
const EACH_DAY = new RegExp(DAY, "g");
/** Slots that hold dates and nothing else. */
const DATED = new Set(["when", "then", "within", "days", "day", "dues"]);
const PARTS = ["known", "what", "where", "why"];

export class Rules {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    /** Who is meant by the English words for a party. @type {Map<string, string>} */
    this.parties = new Map([["an unnamed party", t("rule-side.unnamed")]]);
    for (const party of data.parties) {
      const { name } = party;
      this.parties.set(/^\p{Ll}/u.test(name.split(/\s+/).at(-1) ?? "") ? `the ${name}` : name, spokenName(party));
    }
    this.outlets = new Set(data.articles.flatMap(({ id, source }) => [id, source ?? id]));
    /** @type {Map<string, Form[]>} */
    this.forms = new Map();
  }

  /** A rule in the language of the page, or null where it cannot be said in it. @param {string} rule */
  say(rule) {
    return this.sentences(rule, (key, slots) => t(key, this.told(slots)))?.map((words) => t("rule-end.stop", { words: capital(words) })).join(" ") ?? null;
  }

  /** A rule taken apart and put together again from the English wordings; null where it is not understood. @param {string} rule */
  again(rule) {
    return this.sentences(rule, (key, slots) => t(key, slots))?.map((words) => `${capital(words)}.`).join(" ") ?? null;
  }

  /** A rule in English, with its dates as readers say them. @param {string} rule */
  dated(rule) {
    const tell = (/** @type {Key} */ key, /** @type {Record<string, string>} */ slots) =>
      t(key, Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, DATED.has(name) ? text.replace(EACH_DAY, (day) => sayEdtf(day)) : text])));
    return this.sentences(rule, tell)?.map((words) => `${capital(words)}.`).join(" ") ?? null;
  }

  /** Sentences end with a full stop; names may have one as well. @param {string} rule @param {Teller} tell @returns {string[] | null} */
  sentences(rule, tell) {
    if (rule === "") return [];
    for (let end = rule.indexOf("."); end >= 0; end = rule.indexOf(".", end + 1)) {
      if (end + 1 < rule.length && rule[end + 1] !== " ") continue;
      const said = this.sentence(rule.slice(0, end), tell);
      const others = said === null ? null : this.sentences(rule.slice(end + 2), tell);
      if (said !== null && others !== null) return [said, ...others];
    }
    return null;
  }

  /** Clauses parted by semicolons, or one clause that has some. @param {string} text @param {Teller} tell */
  sentence(text, tell) {
    const clauses = text.split("; ").map((clause) => this.clause(clause, "rule", tell));
    return clauses.every((clause) => clause !== null) ? clauses.join("; ") : this.clause(text, "rule", tell);
  }

  /** @param {string} text @param {string} family @param {Teller} tell @returns {string | null} */
  clause(text, family, tell) {
    for (const { key, pattern, names } of this.formsOf(family)) {
      const found = pattern.exec(text) ?? pattern.exec(text.replace(/^./, (letter) => letter.toLowerCase()));
      if (!found) continue;
      const slots = Object.fromEntries(names.map((name, i) => [name, found[i + 1]]));
      const inner = PARTS.filter((name) => name in slots).map((name) => [name, name === "known" ? this.clause(slots[name], "rule-known", tell) ?? this.clause(slots[name], "rule", tell) : this.clause(slots[name], `rule-${name}`, tell)]);
      if (slots.due !== undefined) inner.push(["due", this.clause(slots.due, "rule", tell)]);
      if (inner.every(([, said]) => said !== null)) return tell(key, { ...slots, ...Object.fromEntries(inner) });
    }
    return null;
  }

  /** @param {string} family */
  formsOf(family) {
    const known = this.forms.get(family);
    if (known) return known;
    const made = wordings(`${family}.`).map(([key, wording]) => {
      const pieces = wording.split(/\{(\w+)\}/);
      return { key, names: pieces.filter((_, i) => i % 2), pattern: new RegExp(`^${pieces.map((piece, i) => (i % 2 ? `(${this.slot(piece)})` : escaped(piece))).join("")}$`, "s") };
    });
    this.forms.set(family, made);
    return made;
  }

  /** What may stand in a slot. @param {string} name */
  slot(name) {
    const party = `(?:${[...this.parties.keys()].sort((a, b) => b.length - a.length).map(escaped).join("|")})`;
    const own = `${party}(?:'s side)?`;
    if (name === "side" || name === "giver" || name === "holder") return party;
    if (name === "parties") return `${party}(?: and ${party})*`;
    if (name === "sides") return `another source|${own}(?: and ${own})*`;
    if (name === "when" || name === "then") return DAYS;
    if (name === "within") return `${DAYS}(?:, the day not reported)?`;
    if (name === "days") return `${DAYS}(?:; ${DAYS})+`;
    if (name === "day") return DAY;
    return ".+?";
  }

  /** The words of slots in the language of the page. @param {Record<string, string>} slots */
  told(slots) {
    return Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, this.word(name, text)]));
  }

  /** @param {string} name @param {string} text @returns {string} */
  word(name, text) {
    switch (name) {
      case "side": case "giver": case "holder": return this.parties.get(text) ?? text;
      case "parties": case "sides": return listed(text.split(" and ").map((one) => this.called(one) ?? one));
      case "when": case "then": return days(text);
      case "within": {
        const [when, open] = text.split(", the day");
        return open === undefined ? days(when) : t("rule-day.not-reported", { when: days(when) });
      }
      case "days": return text.split("; ").map(days).join("; ");
      case "day": return sayEdtf(text);
      case "dues": return text.split(", then by ").map((one) => sayEdtf(one)).join(" \u2192 ");
      case "quotes": return listed(text.split(/(?<=\u201d)(?:, | and )/).map((one) => more(one) ?? one));
      case "names": case "others": {
        const found = text.split(/, | and /).map((one) => (this.outlets.has(one) ? one : this.called(one) ?? more(one)));
        return found.every((one) => one !== null) ? listed(/** @type {string[]} */ (found)) : text;
      }
      default: return text;
    }
  }

  /** A party, or the side of one, outlets included. @param {string} text @returns {string | null} */
  called(text) {
    if (text === "another source") return t("rule-side.source");
    return this.parties.get(text) ?? this.parties.get(text.replace(/'s side$/, "")) ?? null;
  }
}

/** Days as exactly as they are known: a day or period, between two, by or since one. @param {string} text */
function days(text) {
  const [how, first, , last] = text.split(" ");
  if (text === "on a day not known") return t("date.untold");
  return sayEdtf({ between: `${first}/${last}`, by: `../${first}`, since: `${first}/..` }[how] ?? first);
}

/** `3 others`. @param {string} text */
function more(text) {
  const found = /^(\d+) others?$/.exec(text);
  return found && t("rule-more.n", { n: Number(found[1]) });
}

/** @param {string} text */
const capital = (text) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(spoken()));

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
