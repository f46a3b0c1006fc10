using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A factor to consider before a negotiation.</summary>
/// <remarks>《B2B 大客户开发与管理》 announces them (谈判准备环节要考虑的因素) and names goals and fall-back (谈判前目标设定和退路设计); the other
/// eight are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PreparationFactor>))]
public sealed class PreparationFactor : Term<PreparationFactor>
{
    /// <summary>What we want on each issue; value 1.</summary>
    public static readonly PreparationFactor Goals = new(1);
    /// <summary>Where we stop, and what we do without a deal; value 2.</summary>
    public static readonly PreparationFactor FallBack = new(2);
    /// <summary>What the other side needs, and where it stops; value 3.</summary>
    public static readonly PreparationFactor TheirInterests = new(3);
    /// <summary>Who decides on each side, and what the people at the table may agree to; value 4.</summary>
    public static readonly PreparationFactor Authority = new(4);
    /// <summary>Who needs the deal more; value 5.</summary>
    public static readonly PreparationFactor Power = new(5);
    /// <summary>How much time there is, and whose deadline presses; value 6.</summary>
    public static readonly PreparationFactor Time = new(6);
    /// <summary>Where, in which order, in which language; value 7.</summary>
    public static readonly PreparationFactor Setting = new(7);
    /// <summary>Who speaks, who listens, who writes; value 8.</summary>
    public static readonly PreparationFactor Team = new(8);
    /// <summary>Figures, contracts, standards; value 9.</summary>
    public static readonly PreparationFactor Evidence = new(9);
    /// <summary>What was agreed before, and what stands between us; value 10.</summary>
    public static readonly PreparationFactor Relationship = new(10);

    internal Text Question => Texts.Description;

    private PreparationFactor(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
