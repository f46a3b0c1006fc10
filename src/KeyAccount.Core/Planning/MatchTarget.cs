using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>A target for effort, such as an account, with its response to effort.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatchTarget
{
    /// <summary>A target.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="response">The response to units of effort.</param>
    /// <param name="least">The least number of units; at least 0.</param>
    /// <param name="most">The largest number of units; not below <paramref name="least"/>. Null for no limit.</param>
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

    /// <summary>The response to units of effort.</summary>
    public ResponseCurve Response { get; }

    /// <summary>The least number of units.</summary>
    public int Least { get; }

    /// <summary>The largest number of units; null for no limit.</summary>
    public int? Most { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id and limits.</returns>
    public override string ToString() => Invariant($"MatchTarget {{ Id = {Id}, Least = {Least}, Most = {Most} }}");
}
