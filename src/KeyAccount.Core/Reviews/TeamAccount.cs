using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An account that a team works on, with its tier.</summary>
/// <param name="Id">The account; not blank.</param>
/// <param name="Tier">The tier of the account.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TeamAccount(string Id, AccountTier Tier)
{
    /// <inheritdoc cref="TeamAccount" path="/param[@name='Id']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.AccountName)]
    public string Id { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Id, nameof(Id));

    /// <inheritdoc cref="TeamAccount" path="/param[@name='Tier']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AccountTier Tier { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Tier, nameof(Tier));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"TeamAccount {{ Id = {Id}, Tier = {Tier} }}");
}
