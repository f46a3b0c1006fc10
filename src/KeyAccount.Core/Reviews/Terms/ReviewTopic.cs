using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What a review speaks of: one topic for each question a room answers, and those of your own.</summary>
/// <remarks>
/// <para>LibraryDefault: the questions are those of the rooms; that a review asks these is ours.</para>
/// <para>An open set, unlike a <see cref="Term{TSelf}"/>: each ready topic is declared where the rest of it stands, and you make your own
/// with the constructor. Immutable; two topics are equal when their names are. In JSON: the name. A name that JSON reads and no ready topic
/// has becomes a topic whose display name is its name.</para>
/// </remarks>
[JsonConverter(typeof(ReviewTopicJsonConverter))]
public sealed partial class ReviewTopic : ITerm, IEquatable<ReviewTopic>
{
    // Behind every ready topic.
    private const int Own = int.MaxValue;

    private readonly Text _name;
    private readonly Text _description;

    /// <summary>A topic of your own.</summary>
    /// <param name="name">The stable identifier, as in JSON; not blank, and not that of a ready topic.</param>
    /// <param name="displayName">What a person reads; null for the name.</param>
    /// <param name="description">What it asks; null for nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public ReviewTopic(string name, Text? displayName = null, Text? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Order = Own;
        _name = displayName ?? name;
        _description = description ?? "";
    }

    private ReviewTopic(int order, [CallerMemberName] string name = "")
    {
        Name = name;
        Order = order;
        _name = TextTable.Library[$"Reviews.ReviewTopic.{name}"];
        _description = TextTable.Library[$"Reviews.ReviewTopic.{name}.Description"];
    }

    /// <summary>The ready topics, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<ReviewTopic> Ready => Lists.Ready;

    /// <summary>The ready topics of which every account can be asked whether they are known, in order: all but contracts, quotations and
    /// opportunities, of which there may be none.</summary>
    public static IReadOnlyList<ReviewTopic> Covered => Lists.Covered;

    /// <summary>The stable identifier, as in JSON.</summary>
    public string Name { get; }

    int ITerm.Value => Order;

    Text ITerm.Label => _name;

    /// <summary>Where a reader meets it: ready topics by their number, then those of your own.</summary>
    internal int Order { get; }

    /// <summary>Whether two topics have the same name.</summary>
    /// <param name="left">One topic.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ReviewTopic? left, ReviewTopic? right) =>
        ReferenceEquals(left, right) || left?.Name == right?.Name;

    /// <summary>Whether two topics have different names.</summary>
    /// <param name="left">One topic.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ReviewTopic? left, ReviewTopic? right) => !(left == right);

    /// <summary>What a person reads.</summary>
    /// <param name="languageTag"><c>en</c>, <c>zh-Hans</c> or <c>zh-Hant</c>, or a regional form of one (<c>zh-CN</c>).</param>
    /// <returns>The name in that language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string DisplayName(string languageTag) => _name.In(languageTag);

    /// <summary>What the topic asks.</summary>
    /// <param name="languageTag"><c>en</c>, <c>zh-Hans</c> or <c>zh-Hant</c>, or a regional form of one (<c>zh-CN</c>).</param>
    /// <returns>The description in that language; empty where a topic of your own has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string Description(string languageTag) => _description.In(languageTag);

    /// <inheritdoc/>
    public bool Equals(ReviewTopic? other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReviewTopic);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name: a form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>The topic of a name that JSON has.</summary>
    internal static ReviewTopic Named(string name) => Ready.FirstOrDefault(topic => topic.Name == name) ?? new(name);

    // On first use: the topics that the lists are made of are made of the fields here.
    private static class Lists
    {
        public static readonly IReadOnlyList<ReviewTopic> Ready =
            [.. AccountTopic.Ready.Select(topic => topic.Topic).OrderBy(topic => topic.Order)];

        public static readonly IReadOnlyList<ReviewTopic> Covered =
            [.. AccountTopic.Ready.Where(topic => topic.IsCovered).Select(topic => topic.Topic).OrderBy(topic => topic.Order)];
    }
}
