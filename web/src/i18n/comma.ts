import i18next from 'i18next';

/** Between the members of an enumeration, as the language of the page writes it. */
export const comma = (): string => (i18next.language === 'en-US' ? ', ' : '、');
