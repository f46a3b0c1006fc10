namespace KeyAccount.Core.Winback;

/// <summary>A lost customer that may be worth winning back.</summary>
/// <param name="AccountId">The account; not blank.</param>
/// <param name="SecondLife">What it is worth once it is won back.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WinbackCandidate(string AccountId, SecondLifetimeValue SecondLife)
{
    /// <summary>The account.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string AccountId { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(AccountId);

    /// <summary>What it is worth once it is won back.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SecondLifetimeValue SecondLife { get; init => field = Guard.NotNull(value); } = Guard.NotNull(SecondLife, nameof(SecondLife));

    /// <summary>The order of work: by what the attempt brings on average, not by size.</summary>
    /// <param name="candidates">The candidates, in any order.</param>
    /// <returns>Those with the highest <see cref="SecondLifetimeValue.Expected"/> first, of equal ones by account; those that do not pay
    /// stand at the end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> or a candidate is null.</exception>
    /// <exception cref="OverflowException">A value does not fit a decimal.</exception>
    public static IReadOnlyList<WinbackCandidate> InOrderOfWork(IEnumerable<WinbackCandidate> candidates) => ValueList.Of(
        ValueList.Of(candidates).OrderByDescending(candidate => candidate.SecondLife.Expected)
            .ThenBy(candidate => candidate.AccountId, StringComparer.Ordinal));
}
