using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>Rows that an engine has added up: those of one account, in one currency, inside the period or outside, of one sign.</summary>
/// <param name="Account">The account as it is written.</param>
/// <param name="Currency">The currency as it is written; null if there is none.</param>
/// <param name="IsInside">Whether they are in the period.</param>
/// <param name="Sign">−1, 0 or 1.</param>
/// <param name="Rows">How many they are.</param>
/// <param name="Money">What they are together, with as many decimals as the amount that has the most.</param>
/// <param name="First">The first day; null without dates.</param>
/// <param name="Last">The last day.</param>
internal sealed record PurchaseGroup(
    string Account, string? Currency, bool IsInside, int Sign, long Rows, decimal Money, LocalDate? First, LocalDate? Last);
