using Microsoft.AspNetCore.Http;

namespace KeyAccount.Core.AspNetCore;

/// <summary>More accounts than one request may have. Tiers, ranks and totals are those of all accounts, so to send them in parts would give
/// other answers.</summary>
internal sealed class TooManyAccountsException(int accounts, int most) : BadHttpRequestException(
    FormattableString.Invariant($"There are {accounts} accounts; a request may have at most {most}."),
    StatusCodes.Status413PayloadTooLarge);
