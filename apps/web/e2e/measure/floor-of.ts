import type { Api } from '../browser/client.ts';

const stages = ['New up', 'Contacted', 'Appointment set', 'Showed', 'Demo drive', 'Write-up', 'F&I'];

/** Fills a dealership with so many open deals, spread over the stages, by importing them as a dealership would. */
export async function fillFloor(api: Api, deals: number): Promise<void> {
  const lines = Array.from({ length: deals }, (_, i) => {
    const phone = `+1312${String(5_550_000 + i)}`;
    return `Pat Number${i},${phone},2021 Honda Civic,${stages[i % stages.length]},${18_000 + i}`;
  });
  const csv = ['Name,Phone,Vehicle,Stage,Value', ...lines].join('\n');
  const contentBase64 = Buffer.from(csv).toString('base64');
  const { importId } = await api.import.preview.mutate({ fileName: 'floor.csv', contentBase64 });
  await api.import.run.mutate({ importId, duplicates: 'skip' });
  for (;;) {
    const { status } = await api.import.get.query({ importId });
    if (status === 'done') return;
    if (status === 'failed') throw new Error('the deals could not be imported');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
