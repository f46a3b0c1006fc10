using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A topic that is open on a map, or in what we know of a rival.</summary>
/// <remarks>LibraryDefault: what the method asks of a map (《大客戶戰略客戶關係管理》, 《客户关系拓展与管理》, 《B2B 大客户开发与管理》, 《开发大客户培训课件》), as
/// questions.</remarks>
[JsonConverter(typeof(TermJsonConverter<OpenTopic>))]
public sealed class OpenTopic : Term<OpenTopic>
{
    /// <summary>How the customer decides; value 1.</summary>
    public static readonly OpenTopic DecisionMode = new(1);
    /// <summary>Who decides: nobody on the map is known to; value 2.</summary>
    public static readonly OpenTopic Decider = new(2);
    /// <summary>Who else decides: there are fewer people on the map than usually decide together; value 3.</summary>
    public static readonly OpenTopic People = new(3);
    /// <summary>Who is at a management level where nobody on the map is known to be; value 4.</summary>
    public static readonly OpenTopic Layer = new(4);
    /// <summary>Who could be our coach: there is none; value 5.</summary>
    public static readonly OpenTopic Coach = new(5);
    /// <summary>The stance of a person towards us; value 6.</summary>
    public static readonly OpenTopic Ladder = new(6);
    /// <summary>The role of a person in the decision; value 7.</summary>
    public static readonly OpenTopic Role = new(7);
    /// <summary>The management level of a person; value 8.</summary>
    public static readonly OpenTopic ManagementLevel = new(8);
    /// <summary>Whether a person belongs to the visible or the hidden chain; value 9.</summary>
    public static readonly OpenTopic Chain = new(9);
    /// <summary>The value by which a person decides; value 10.</summary>
    public static readonly OpenTopic Values = new(10);
    /// <summary>The personality style of a person; value 11.</summary>
    public static readonly OpenTopic Style = new(11);
    /// <summary>Whom a person listens to: no tie leads to them or from them; value 12.</summary>
    public static readonly OpenTopic Ties = new(12);
    /// <summary>Something about a rival; value 13.</summary>
    public static readonly OpenTopic Competitor = new(13);

    private OpenTopic(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
