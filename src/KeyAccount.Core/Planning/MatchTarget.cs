using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>Something that effort can be spent on, such as an account, and how it answers.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatchTarget
{
    /// <summary>A target.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="response">How it answers to units of effort.</param>
    /// <param name="least">The units that it must have; at least 0.</param>
    /// <param name="most">The units that it can have; not below <paramref name="least"/>. Null for no limit.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of units is not in its range.</exception>
    [JsonConstructor]
    public MatchTarget(string id, ResponseCurve response, int least = 0, int? most = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        Guard.NotNegative(least);
        if (most is { } limit)
            Guard.AtLeast(limit, least, nameof(most));
        (Id, Response, Least, Most) = (Guard.NotBlank(id, nameof(id)), response, least, most);
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>How it answers to units of effort.</summary>
    public ResponseCurve Response { get; }

    /// <summary>The units that it must have.</summary>
    public int Least { get; }

    /// <summary>The units that it can have; null for no limit.</summary>
    public int? Most { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id and limits.</returns>
    public override string ToString() => Invariant($"MatchTarget {{ Id = {Id}, Least = {Least}, Most = {Most} }}");
}
