/** What a column of an imported file can mean, in the order and the groups in which the mapping screen offers them. */
export const importFields = [
  { field: 'firstName', label: 'First name', group: 'Customer' },
  { field: 'lastName', label: 'Last name', group: 'Customer' },
  { field: 'fullName', label: 'Full name', group: 'Customer' },
  { field: 'company', label: 'Company', group: 'Customer' },
  { field: 'phone', label: 'Phone', group: 'Customer' },
  { field: 'phone2', label: 'Second phone', group: 'Customer' },
  { field: 'phone3', label: 'Third phone', group: 'Customer' },
  { field: 'email', label: 'E-mail', group: 'Customer' },
  { field: 'email2', label: 'Second e-mail', group: 'Customer' },
  { field: 'source', label: 'Source', group: 'Customer' },
  { field: 'note', label: 'Note', group: 'Customer' },
  { field: 'ownerName', label: 'Rep (name)', group: 'Customer' },
  { field: 'ownerEmail', label: 'Rep (e-mail)', group: 'Customer' },
  { field: 'createdAt', label: 'Created on', group: 'Customer' },
  { field: 'externalId', label: 'Number in the old system', group: 'Customer' },
  { field: 'street', label: 'Street', group: 'Address' },
  { field: 'city', label: 'City', group: 'Address' },
  { field: 'region', label: 'State', group: 'Address' },
  { field: 'postalCode', label: 'ZIP', group: 'Address' },
  { field: 'country', label: 'Country', group: 'Address' },
  { field: 'dealTitle', label: 'Deal', group: 'Deal' },
  { field: 'dealStage', label: 'Stage', group: 'Deal' },
  { field: 'dealValue', label: 'Value', group: 'Deal' },
  { field: 'vehicle', label: 'Vehicle', group: 'Vehicle' },
  { field: 'vehicleYear', label: 'Year', group: 'Vehicle' },
  { field: 'vehicleMake', label: 'Make', group: 'Vehicle' },
  { field: 'vehicleModel', label: 'Model', group: 'Vehicle' },
  { field: 'stockNumber', label: 'Stock number', group: 'Vehicle' },
  { field: 'vin', label: 'VIN', group: 'Vehicle' },
  { field: 'doNotCall', label: 'Do not call', group: 'Permission' },
  { field: 'doNotText', label: 'Do not text', group: 'Permission' },
  { field: 'doNotEmail', label: 'Do not e-mail', group: 'Permission' },
] as const;

export type ImportField = (typeof importFields)[number]['field'];

/** Which column (counted from 0) holds a field; null or absent when none does. */
export type ImportMapping = Partial<Record<ImportField, number | null>>;
