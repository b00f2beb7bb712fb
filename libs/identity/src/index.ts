export { IdentityModule } from './identity.module.js';
export { AccountPeople, type AccountPerson } from './application/account-people.js';
export { PasswordContext } from './application/password-context.js';
export { UnitTree } from './application/unit-tree.js';
export { Rights } from './application/rights.js';
export { CreateAccount } from './application/create-account.js';
export { GrantRole } from './application/grant-role.js';
export { NationalIdVault } from './application/national-id-vault.js';
export { identityErrors } from './domain/identity-errors.js';
