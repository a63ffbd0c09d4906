import type { Contact } from '../../api.ts';
import { textField } from '../../ui/form-fields.ts';

/**
 * What a contact form says, as the API takes it. The form shows the first number and address; further ones that the
 * contact has are kept.
 */
export function readContact(fields: FormData, before: Contact | null) {
  const phone = textField(fields, 'phone');
  const email = textField(fields, 'email');
  const [firstPhone, ...otherPhones] = before?.phones ?? [];
  return {
    firstName: textField(fields, 'firstName'),
    lastName: textField(fields, 'lastName'),
    phones: [...(phone ? [{ phone, kind: firstPhone?.kind ?? ('mobile' as const) }] : []), ...otherPhones],
    emails: [...(email ? [email] : []), ...(before?.emails.slice(1) ?? [])],
    companyName: textField(fields, 'companyName'),
    source: textField(fields, 'source'),
    note: textField(fields, 'note'),
    address: {
      street: textField(fields, 'street'),
      city: textField(fields, 'city'),
      region: textField(fields, 'region'),
      postalCode: textField(fields, 'postalCode'),
    },
    doNotCall: fields.get('doNotCall') === 'on',
    doNotText: fields.get('doNotText') === 'on',
    doNotEmail: fields.get('doNotEmail') === 'on',
  };
}
