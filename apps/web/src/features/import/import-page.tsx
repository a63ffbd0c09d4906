import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportPreview } from '../../api.ts';
import { client, trpc } from '../../trpc.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useMayWrite } from '../session/use-me.ts';
import { DropFile } from './drop-file.tsx';
import { FileTooLarge, largestFile } from './file-size.ts';
import { type Duplicates, ImportCounts } from './import-counts.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportSample, WarnedRows } from './import-sample.tsx';
import { PastImports } from './past-imports.tsx';
import { readBase64 } from './read-base64.ts';
import { RefusedRows } from './refused-rows.tsx';

/** Brings customers in: choose a file, look at what would happen, then let it happen. */
export function ImportPage() {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>('skip');
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const look = useMutation({
    meta: { shownInPlace: true },
    mutationFn: async (file: File) => {
      if (file.size > largestFile) throw new FileTooLarge(file.size);
      return client.import.preview.mutate({ fileName: file.name, contentBase64: await readBase64(file) });
    },
    onSuccess: setPreview,
  });
  const remap = useMutation(trpc.import.preview.mutationOptions({ onSuccess: setPreview }));
  const run = useMutation(
    trpc.import.run.mutationOptions({
      onSuccess: ({ importId }) => void navigate({ to: '/import/$import', params: { import: importId } }),
    }),
  );
  if (!mayWrite) {
    return (
      <Page title="Import customers">
        <Empty title="You can look, but not import." text="Ask an owner or a manager for another role." />
      </Page>
    );
  }
  if (!preview) {
    return (
      <Page title="Import customers" width="text">
        <DropFile busy={look.isPending} error={look.error} onFile={look.mutate} />
        <PastImports />
      </Page>
    );
  }
  const actions = (
    <>
      <Button variant="default" onClick={() => setPreview(null)}>
        Choose another file
      </Button>
      <Button
        loading={run.isPending}
        disabled={preview.counts.ready === 0 || remap.isPending}
        onClick={() => run.mutate({ importId: preview.importId, duplicates })}
      >
        Import {preview.counts.ready.toLocaleString('en-US')} rows
      </Button>
    </>
  );
  return (
    <Page title={preview.fileName} aside={actions}>
      <ImportCounts preview={preview} duplicates={duplicates} onDuplicates={setDuplicates} />
      <ImportMapping
        preview={preview}
        busy={remap.isPending}
        onMapping={(mapping) => remap.mutate({ importId: preview.importId, mapping })}
      />
      <RefusedRows fileName={preview.fileName} rows={preview.refused} total={preview.counts.refused} />
      <WarnedRows preview={preview} />
      <ImportSample preview={preview} />
    </Page>
  );
}
