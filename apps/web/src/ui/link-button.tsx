import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** Looks like a button, goes to a screen. */
export const LinkButton = createLink(Button<'a'>);
