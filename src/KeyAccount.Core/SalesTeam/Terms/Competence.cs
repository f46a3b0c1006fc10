using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A competence that selling to key accounts requires.</summary>
/// <remarks>A LibraryDefault: 《客户关系拓展与管理》 asks for the qualities of a good account manager but names none.</remarks>
[JsonConverter(typeof(TermJsonConverter<Competence>))]
public sealed class Competence : Term<Competence>
{
    /// <summary>Knows the customer's business, people and plans; value 1.</summary>
    public static readonly Competence CustomerInsight = new(1, CompetenceKind.Knowledge);
    /// <summary>Finds needs that the customer has not mentioned; value 2.</summary>
    public static readonly Competence NeedsDiscovery = new(2, CompetenceKind.Skill);
    /// <summary>Turns what we offer into a value the customer can count; value 3.</summary>
    public static readonly Competence SolutionValue = new(3, CompetenceKind.Skill);
    /// <summary>Wins supporters, on several levels; value 4.</summary>
    public static readonly Competence RelationshipBuilding = new(4, CompetenceKind.Skill);
    /// <summary>Gives nothing without getting something; value 5.</summary>
    public static readonly Competence Negotiation = new(5, CompetenceKind.Skill);
    /// <summary>Delivers a complete, winning bid on time; value 6.</summary>
    public static readonly Competence Bidding = new(6, CompetenceKind.Knowledge);
    /// <summary>Qualifies deals, keeps dates and forecasts honestly; value 7.</summary>
    public static readonly Competence FunnelManagement = new(7, CompetenceKind.Skill);
    /// <summary>Learns from wins, losses and other people; value 8.</summary>
    public static readonly Competence Learning = new(8, CompetenceKind.Attitude);
    /// <summary>Persists when results fail to come; value 9.</summary>
    public static readonly Competence Resilience = new(9, CompetenceKind.Attitude);
    /// <summary>Keeps to the law, to the rules and to the truth; value 10.</summary>
    public static readonly Competence Integrity = new(10, CompetenceKind.Attitude);

    private Competence(int value, CompetenceKind kind, [CallerMemberName] string name = "")
        : base(name, value)
    {
        Kind = kind;
    }

    /// <summary>Whether it is an attitude, knowledge or a skill, which decides how to close a gap.</summary>
    public CompetenceKind Kind { get; }
}
