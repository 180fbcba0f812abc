/** With what React last rendered an element: it gives it other properties whenever it renders it again, even to the same effect. */
export function renderedWith(element: Element): unknown {
  return Object.entries(element).find(([key]) => key.startsWith('__reactProps$'))?.[1];
}
