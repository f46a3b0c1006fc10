using Microsoft.AspNetCore.Http;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The exception for more accounts than one request may have. Tiers, ranks and totals refer to all accounts, so sending them in
/// parts would give other answers.</summary>
internal sealed class TooManyAccountsException(int accounts, int most) : BadHttpRequestException(
    FormattableString.Invariant($"There are {accounts} accounts; a request may have at most {most}."),
    StatusCodes.Status413PayloadTooLarge);
