
//# sourceMappingURL=view.js.map
//# sourceMappingURL=view.js.map