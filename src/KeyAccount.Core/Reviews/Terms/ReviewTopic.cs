using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A topic of a review: one for each question that a room answers, and those of your own.</summary>
/// <remarks>
/// <para>LibraryDefault: the questions come from the rooms; that a review asks them is our choice.</para>
/// <para>An open set, unlike a <see cref="Term{TSelf}"/>: each library topic is declared in the file of its topic, and you create your own
/// with the constructor. Immutable; two topics are equal when their names are. In JSON: the name. A name in JSON that no library topic has
/// becomes a topic whose display name is its name.</para>
/// </remarks>
[JsonConverter(typeof(ReviewTopicJsonConverter))]
public sealed partial class ReviewTopic : ITerm, IEquatable<ReviewTopic>
{
    // Behind every ready topic.
    private const int Own = int.MaxValue;

    private readonly Text _name;
    private readonly Text _description;

    /// <summary>Creates a topic of your own.</summary>
    /// <param name="name">The stable identifier, as in JSON; not blank, and not that of a library topic.</param>
    /// <param name="displayName">The name for a person; null to use <paramref name="name"/>.</param>
    /// <param name="description">The question that the topic answers; null for none.</param>
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

    /// <summary>The library's topics, in the reader's order.</summary>
    public static IReadOnlyList<ReviewTopic> Ready => Lists.Ready;

    /// <summary>The library's topics that apply to every account, in order: all except contracts, quotations and opportunities, of which an
    /// account may have none.</summary>
    public static IReadOnlyList<ReviewTopic> Covered => Lists.Covered;

    /// <summary>The stable identifier, as in JSON.</summary>
    public string Name { get; }

    int ITerm.Value => Order;

    Text ITerm.Label => _name;

    /// <summary>The place in the reader's order: library topics by their number, then those of your own.</summary>
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

    /// <summary>Returns the name for a person.</summary>
    /// <param name="languageTag"><c>en</c>, <c>zh-Hans</c> or <c>zh-Hant</c>, or a regional form of one (<c>zh-CN</c>).</param>
    /// <returns>The name in that language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string DisplayName(string languageTag) => _name.In(languageTag);

    /// <summary>Returns the question that the topic answers.</summary>
    /// <param name="languageTag"><c>en</c>, <c>zh-Hans</c> or <c>zh-Hant</c>, or a regional form of one (<c>zh-CN</c>).</param>
    /// <returns>The description in that language; empty if a topic of your own has none.</returns>
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

    /// <summary>The topic with a name from JSON.</summary>
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
