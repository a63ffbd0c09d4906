// Stands where Clerk's components look for crypto wallets: there are none here. Vite's configuration points at it.

/** In no state. */
export const WalletReadyState = { Installed: 'Installed' };
/** Nobody is connected. */
export const useWallet = () => ({ wallets: [] });
/** Nothing to connect to. */
export const ConnectionProvider = () => null;
export const WalletProvider = () => null;
/** No wallet is looked for. */
export const MAINNET_ENDPOINT = '';
