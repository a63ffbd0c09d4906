import { type Icon, IconBuildingStore, IconDownload, IconSettings, IconTableImport } from '@tabler/icons-react';
import type { NavigateOptions } from '@tanstack/react-router';
import type { Me } from '../../api.ts';
import { destinations } from '../../shell/destinations.ts';
import { settingsFor } from '../settings/settings-places.ts';
import type { PaletteRow } from './palette.types.ts';

type Place = { to: NavigateOptions['to']; label: string; icon: Icon; words?: string; atRest?: boolean };

const toCompanies: Place = { to: '/companies', label: 'Companies', icon: IconBuildingStore };
const toImport: Place = { to: '/import', label: 'Import customers', icon: IconTableImport, words: 'csv file' };
const toExports: Place = {
  to: '/settings/exports',
  label: 'Export contacts, deals, everything',
  icon: IconDownload,
  words: 'csv json download',
};

/** The screens and the subjects of the settings, as far as they are of use in a role. */
export function placeRows(role: Me['role']): PaletteRow[] {
  const known = [toCompanies, ...(role === 'read_only' ? [] : [toImport]), toExports];
  const subjects = settingsFor(role)
    .flatMap(({ places }) => [...places])
    .filter(({ to }) => ![...known, toImport].some((place) => place.to === to))
    .map(({ to, label }) => ({ to, label: `Settings: ${label}`, icon: IconSettings, words: 'preferences' }));
  return [...destinations.map((place) => ({ ...place, atRest: true })), ...known, ...subjects].map(placeRow);
}

function placeRow({ to, label, icon, words = '', atRest = false }: Place): PaletteRow {
  const group = 'Go to';
  return { key: `go ${to} ${label}`, group, label, words: `go to open ${words}`, icon, atRest, act: { open: { to } } };
}
