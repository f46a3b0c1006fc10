using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A plan for an account in a week.</summary>
/// <param name="Account">The account; not blank.</param>
/// <param name="Purpose">The purpose; null if it is not stated.</param>
/// <param name="Expected">The result that the visit should bring; null if it is not stated.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlannedVisit(
    string Account, [property: Privacy(Privacy.PersonalNote)] string? Purpose = null, LogResult? Expected = null)
{
    /// <inheritdoc cref="PlannedVisit" path="/param[@name='Account']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.AccountName)]
    public string Account { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Account, nameof(Account));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PlannedVisit {{ Account = {Account}, Purpose = {Purpose}, Expected = {Expected} }}");
}
