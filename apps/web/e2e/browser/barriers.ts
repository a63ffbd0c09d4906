import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What keeps somebody from using the page, in the state it is in; only `rules`, when they are named. */
export async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  // The other mode looks into frames, which no page has, and takes four times as long.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const width = page.viewportSize()?.width;
  return grave.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `at ${width}: ${id}, ${target}: ${failureSummary}`),
  );
}
