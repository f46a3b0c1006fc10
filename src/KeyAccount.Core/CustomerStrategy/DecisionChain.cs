using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The participants in a decision as a fishbone diagram (鱼骨图): the decision is the head, departments or stages are the bones, and
/// people are placed on them with their stance; those of the hidden chain are marked.</summary>
/// <remarks>Immutable; equal when the people are. Neutral: a renderer draws <see cref="ToFigure"/> or prints its table;
/// <see cref="ToText"/> is for a console.</remarks>
public sealed record DecisionChain
{
    /// <summary>A decision chain.</summary>
    /// <param name="people">The people, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="people"/> or an entry is null.</exception>
    public DecisionChain(IReadOnlyList<DecisionChainPerson> people) => People = ValueList.Of(people);

    /// <summary>The people, in the order given.</summary>
    public IReadOnlyList<DecisionChainPerson> People { get; }

    /// <summary>The chain as a figure: bones and the people on them by descending weight; people whose bone is not known come
    /// last.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public FishboneFigure ToFigure(string language = Language.English)
    {
        var writer = new DocumentWriter(language);
        return new(
            writer.Text("CustomerStrategy.Chain.title"),
            writer.Text("CustomerStrategy.Chain.description"),
            writer.Capital(writer.Text("CustomerStrategy.Chain.decision")),
            writer.Capital(writer.Text("CustomerStrategy.Chain.bone")),
            writer.Capital(writer.Text("CustomerStrategy.Chain.people")),
            [
                .. People.GroupBy(person => string.IsNullOrWhiteSpace(person.Bone) ? null : person.Bone, StringComparer.Ordinal)
                    .OrderBy(bone => bone.Key is null).ThenByDescending(bone => bone.Sum(person => person.Influence))
                    .ThenBy(bone => bone.Key, StringComparer.Ordinal)
                    .Select(bone => new FishboneBone(
                        bone.Key ?? writer.Capital(writer.Text("CustomerStrategy.Chain.unknown")),
                        [
                            .. bone.OrderByDescending(person => person.Influence).ThenBy(person => person.Name, StringComparer.Ordinal)
                                .Select(person => new FishboneItem(
                                    person.Name, person.Stance is { } stance ? writer.NameOf(stance) : null,
                                    person.Role is { } role ? writer.NameOf(role) : null, person.Chain == ChainVisibility.Hidden)),
                        ])),
            ])
        {
            Groups = [.. Stance.InOrder.Select(writer.NameOf)],
            DashedTitle = writer.NameOf(ChainVisibility.Hidden),
            NoGroupTitle = writer.Text("CustomerStrategy.Chain.noStance"),
        };
    }

    /// <summary>The chain as text, with one line per bone under the head: stances as signs, the hidden chain in brackets.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>Lines, each ended by a line feed; characters that steer a terminal are replaced.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public string ToText(string language = Language.English) => ToFigure(language).ToText();

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many people there are.</returns>
    public override string ToString() => Invariant($"DecisionChain {{ People = {People.Count} }}");
}
