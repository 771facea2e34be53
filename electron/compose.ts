/** config → store → services → router: the only place where parts are wired. */
