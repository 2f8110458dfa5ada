// A style sheet exports nothing; TypeScript 6 asks for a declaration of what is imported for its effect.
export {};
