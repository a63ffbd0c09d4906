import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { directMessage, pressed, slashCommand } from './requests.ts';
import { type Rig, startRig } from './rig.ts';

const NOT_LINKED = 'This account is not linked to Beback yet. Say who you are, within 15 minutes:';
const LOPEZ = {
  dealId: 'd1',
  number: 12,
  title: 'Blue Tahoe',
  stageId: 's6',
  contactName: 'Maria Lopez',
  valueCents: 5_490_000,
  currency: 'USD',
};
let rig: Rig;

beforeEach(async () => {
  rig = await startRig({
    'quicklog.submit': ({ text }: { text: string }) => submit(text),
    'quicklog.answer': ({ choice }: { choice: number }) => ({
      status: 'logged',
      reply: `Took ${choice}`,
      changeIds: ['c9'],
    }),
    'change.undo': ({ changeId }: { changeId: string }) => undo(changeId),
    'deal.list': ({ query }: { query: string }) => ({ items: query === 'lopez' ? [LOPEZ] : [] }),
    'stage.list': () => ({ items: [{ stageId: 's6', name: 'Write-up' }] }),
  });
});
afterEach(() => rig.close());

function submit(text: string) {
  if (text.includes('two')) {
    const options = [1, 2].map((choice) => ({ choice, label: `Lopez ${choice}` }));
    return { status: 'ask', reply: 'Which Lopez?', questionId: 'q1', options, changeIds: [] };
  }
  if (text.includes('nobody')) return { status: 'refused', reply: 'Nobody called that.', changeIds: [] };
  return { status: 'logged', reply: `Done: ${text}`, changeIds: ['c1', 'c2'] };
}

function undo(changeId: string) {
  if (changeId === 'late') throw new Error('somebody changed it since');
  return { changeId, summary: `took back ${changeId}` };
}

function said() {
  return rig.standIns.outbox.list().map(({ body, blocks, responseType, replaceOriginal }) => {
    const elements = Array.isArray(blocks) ? blocks.flatMap((block) => block.elements ?? []) : [];
    const buttons = elements.map(({ action_id, value, text }) => [action_id, value, text.text]);
    return { body, buttons, responseType, replaceOriginal };
  });
}

describe('slash commands', () => {
  test('a move is acknowledged with nothing and answered with an Undo button, for the sender alone', async () => {
    expect(await rig.slack(slashCommand(rig.standIns, '/deal lopez to write-up'))).toMatchObject({
      status: 200,
      body: '',
    });
    expect(rig.calls).toMatchObject([
      { procedure: 'quicklog.submit', actor: 'ana', input: { text: 'lopez to write-up' } },
    ]);
    const buttons = [['undo_change', 'c1,c2', 'Undo']];
    expect(said()).toEqual([
      { body: 'Done: lopez to write-up', buttons, responseType: 'ephemeral', replaceOriginal: false },
    ]);
  });

  test('an arrow moves as well', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal lopez → write-up'));
    expect(rig.calls[0]).toMatchObject({ input: { text: 'lopez to write-up' } });
  });

  test('a name alone shows the deal and changes nothing', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal lopez'));
    expect(rig.calls.map((call) => call.procedure)).toEqual(['deal.list', 'stage.list']);
    expect(said()).toMatchObject([{ body: '#12 Maria Lopez, Blue Tahoe: Write-up, $54,900', buttons: [] }]);
  });

  test('a name that fits nothing says so', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal smith'));
    expect(said()).toMatchObject([{ body: 'No deal found for "smith".' }]);
  });

  test('/log takes anything, with what Slack escaped put back', async () => {
    await rig.slack(
      slashCommand(rig.standIns, '/log called maria &amp; &lt;jo&gt; at <tel:+12145550199|214-555-0199>'),
    );
    expect(rig.calls[0]).toMatchObject({ input: { text: 'called maria & <jo> at 214-555-0199' } });
  });

  test('what only looks like Slack’s markup stays as it was typed', async () => {
    await rig.slack(slashCommand(rig.standIns, '/log <b>wow</b> 3 < 4, asked <@U0ANA|ana>'));
    expect(rig.calls[0]).toMatchObject({ input: { text: '<b>wow</b> 3 < 4, asked ana' } });
  });

  test('the delivery names itself to the router by team and trigger', async () => {
    await rig.slack(slashCommand(rig.standIns, '/log x', { trigger_id: 'T1' }));
    const origin = { door: 'slack', provider: 'slack', externalId: 'T0NORTHSIDE:T1' };
    expect(rig.calls[0]).toMatchObject({ origin, input: { messageId: 'T0NORTHSIDE:T1' } });
  });

  test.each(['/deal', '/deal help', '/log ?', '/other'])('%s explains what can be typed', async (line) => {
    await rig.slack(slashCommand(rig.standIns, line));
    expect(rig.calls).toEqual([]);
    expect(said()[0]?.body).toContain('/deal lopez to write-up');
  });

  test('a customer named <!channel> calls nobody', async () => {
    await rig.slack(slashCommand(rig.standIns, '/log &lt;!channel&gt;'));
    expect(said()[0]?.body).toBe('Done: &lt;!channel&gt;');
  });

  test('10,000 characters are answered within what Slack takes', async () => {
    await rig.slack(slashCommand(rig.standIns, `/log ${'🚙'.repeat(5000)}`));
    const body = said()[0]?.body ?? '';
    expect(body.length).toBeGreaterThan(2990);
    expect(body.length).toBeLessThanOrEqual(3000);
    expect(body.isWellFormed()).toBe(true);
  });
});

describe('buttons', () => {
  test('a question gets a button per option, and pressing one answers it', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal two lopezes to sold'));
    const [asked] = said();
    expect(asked?.buttons).toEqual([
      ['answer_question:1', 'q1', '1. Lopez 1'],
      ['answer_question:2', 'q1', '2. Lopez 2'],
    ]);
    await rig.slack(pressed(rig.standIns, 'answer_question:2', 'q1'));
    expect(rig.calls.at(-1)).toMatchObject({ procedure: 'quicklog.answer', input: { questionId: 'q1', choice: 2 } });
    expect(said().at(-1)).toMatchObject({
      body: 'Took 2',
      replaceOriginal: true,
      buttons: [['undo_change', 'c9', 'Undo']],
    });
  });

  test('Undo takes everything back, newest first, and replaces the message', async () => {
    await rig.slack(pressed(rig.standIns, 'undo_change', 'c1,c2'));
    expect(rig.calls.map((call) => call.input)).toEqual([{ changeId: 'c2' }, { changeId: 'c1' }]);
    expect(said()).toMatchObject([{ body: 'Took back c2\nTook back c1', replaceOriginal: true, buttons: [] }]);
  });

  test('a refused Undo says why and leaves the message as it was', async () => {
    await rig.slack(pressed(rig.standIns, 'undo_change', 'late'));
    expect(said()).toMatchObject([{ body: 'Sorry: somebody changed it since', replaceOriginal: false }]);
  });
});

describe('direct messages', () => {
  test('a direct message is quick-log, answered in the same conversation', async () => {
    await rig.slack(directMessage('called maria 8 min'));
    expect(rig.calls).toMatchObject([{ procedure: 'quicklog.submit', input: { text: 'called maria 8 min' } }]);
    expect(rig.standIns.outbox.list()).toMatchObject([{ to: 'D0ANA', body: 'Done: called maria 8 min' }]);
  });

  test.each([
    { bot_id: 'B0' },
    { channel_type: 'channel' },
    { subtype: 'message_changed' },
    { type: 'reaction_added' },
  ])('an event with %o is not for us', async (change) => {
    await rig.slack(directMessage('called maria', change));
    expect(rig.calls).toEqual([]);
    expect(said()).toEqual([]);
  });
});

describe('strangers and failures', () => {
  test.each<Record<string, string>>([{ user_id: 'U0MALLORY' }, { team_id: 'T0LAKESIDE' }])(
    '%o gets one sentence, a link of their own and no data',
    async (who) => {
      for (const line of ['/deal lopez', '/deal lopez to sold', '/log x', '/deal help']) {
        await rig.slack(slashCommand(rig.standIns, line, who));
      }
      await rig.slack(directMessage('lopez', { user: 'U0MALLORY' }));
      await rig.slack(pressed(rig.standIns, 'undo_change', 'c1', { user: { id: 'U0MALLORY' } }));
      const { user_id: userId = 'U0ANA' } = who;
      const told = said()
        .slice(0, 4)
        .map((each) => each.body);
      expect(new Set(told)).toEqual(new Set([`${NOT_LINKED} https://beback.example/link/slack/${userId}`]));
      expect(said().every((each) => each.body.startsWith(NOT_LINKED) && each.buttons.length === 0)).toBe(true);
      expect(rig.calls).toEqual([]);
    },
  );

  test('somebody whose id no link can name gets the sentence alone, and only they see it', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal lopez', { user_id: 'U0LOST' }));
    expect(said()).toMatchObject([{ body: 'This account is not linked to Beback yet.', responseType: 'ephemeral' }]);
  });

  test('the link can be clicked, and what is around it is ours', async () => {
    await rig.slack(slashCommand(rig.standIns, '/deal <!channel>', { user_id: 'U0MALLORY' }));
    const text = { type: 'mrkdwn', text: `${NOT_LINKED} https://beback.example/link/slack/U0MALLORY` };
    expect(rig.standIns.outbox.list()).toMatchObject([{ blocks: [{ type: 'section', text }] }]);
  });

  test('an answer that Slack does not take fails the job, with the reason whether to try again', async () => {
    rig.standIns.fail('slack', { status: 429 });
    const handled = rig.slack(slashCommand(rig.standIns, '/log x'));
    await expect(handled).rejects.toMatchObject({ vendor: 'slack', code: 'ratelimited', retryable: true });
  });

  test('a response_url that points elsewhere is never called', async () => {
    const elsewhere = slashCommand(rig.standIns, '/log x', { response_url: 'https://evil.example/' });
    await expect(rig.slack(elsewhere)).rejects.toMatchObject({ code: 'foreign_response_url' });
  });
});
