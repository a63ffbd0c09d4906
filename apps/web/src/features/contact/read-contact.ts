import { textField } from '../../ui/form-fields.ts';

/** What the form of a new contact says, as the API takes it. */
export function readContact(fields: FormData) {
  const phone = textField(fields, 'phone');
  const email = textField(fields, 'email');
  return {
    firstName: textField(fields, 'firstName'),
    lastName: textField(fields, 'lastName'),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    companyName: textField(fields, 'companyName'),
    source: textField(fields, 'source'),
    note: textField(fields, 'note'),
  };
}
