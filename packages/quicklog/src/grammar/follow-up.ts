import { nameCase, sentenceCase } from '../text/name-case.ts';
import type { FollowUp } from '../types.ts';
import type { Facts } from './facts.ts';
import { textOf } from './note.ts';

function personOf(facts: Facts): string {
  const who = facts.person?.who;
  if (!who) return '';
  if (who.text) return nameCase(who.text);
  return who.dealNumber !== null ? `#${who.dealNumber}` : (who.phone ?? '');
}

function topicOf(facts: Facts): string {
  const raw = textOf(facts, facts.followUp?.topic ?? []);
  return raw
    .replace(/^(?:(?:re|about|abt|regarding|to|for|with|w\/|back|and|then|:|-)(?=\s|$)\s*)+/i, '')
    .replace(/\s*(?:on|at|by|-)$/i, '')
    .trim();
}

function titleOf(verb: string, name: string, topic: string): string {
  if (verb === 'Send') return [`Send ${topic || 'what was promised'}`, name && `to ${name}`].filter(Boolean).join(' ');
  if (verb === '' && topic) return name ? `${sentenceCase(topic)} (${name})` : sentenceCase(topic);
  const action = verb || 'Follow up with';
  const head = name ? `${action} ${name}` : action.replace(/ with$/, '');
  return topic ? `${head}: ${topic}` : head;
}

/** The planned follow-up with its title: "Call back Maria Lopez: trade numbers". */
export function followUpOf(facts: Facts): FollowUp | null {
  if (!facts.followUp) return null;
  const { verb, action, due } = facts.followUp;
  return { title: titleOf(verb, personOf(facts), topicOf(facts)), due, action };
}
