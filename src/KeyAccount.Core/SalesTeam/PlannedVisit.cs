using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What somebody means to do with an account in a week.</summary>
/// <param name="Account">The account; not blank.</param>
/// <param name="Purpose">What for; null where nothing is said.</param>
/// <param name="Expected">What it is to move; null where nothing is said.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlannedVisit(
    string Account, [property: Privacy(Privacy.PersonalNote)] string? Purpose = null, LogResult? Expected = null)
{
    /// <inheritdoc cref="PlannedVisit" path="/param[@name='Account']"/>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [Privacy(Privacy.AccountName)]
    public string Account { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Account, nameof(Account));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PlannedVisit {{ Account = {Account}, Purpose = {Purpose}, Expected = {Expected} }}");
}
