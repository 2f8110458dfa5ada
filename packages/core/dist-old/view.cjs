'use strict';

//# sourceMappingURL=view.cjs.map
//# sourceMappingURL=view.cjs.map