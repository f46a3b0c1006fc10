using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The service that an account gets, compared with what it is due.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServedAccount
{
    /// <summary>The deviation of the service given from the service due from which it counts: a fifth. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double Tolerance = 0.2;

    /// <summary>An account.</summary>
    /// <param name="id">The account; not blank.</param>
    /// <param name="given">The service given, such as visits per quarter; finite and at least 0.</param>
    /// <param name="due">The service due by the service standard, in the same unit; finite and at least 0.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ServedAccount(string id, double given, double due)
    {
        Guard.FiniteNotNegative(given);
        Guard.FiniteNotNegative(due);
        (Id, Given, Due) = (Guard.NotBlank(id, nameof(id)), given, due);
    }

    /// <summary>The account.</summary>
    public string Id { get; }

    /// <summary>The service given.</summary>
    public double Given { get; }

    /// <summary>The service due.</summary>
    public double Due { get; }

    /// <summary>Given − due.</summary>
    [JsonIgnore]
    public double Difference => Given - Due;

    /// <summary>Whether the account gets less than it is due, about as much, or more: within a fifth of the service due, bounds included,
    /// it gets what it is due.</summary>
    [JsonIgnore]
    public ServiceBalance Balance => Difference < -Tolerance * Due ? ServiceBalance.UnderServed
        : Difference > Tolerance * Due ? ServiceBalance.OverServed
        : ServiceBalance.AsDue;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ServedAccount {{ Id = {Id}, Given = {Given}, Due = {Due}, Balance = {Balance} }}");
}
