using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A meeting by which both sides steer their cooperation.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<GovernanceMeeting>))]
public sealed class GovernanceMeeting : Term<GovernanceMeeting>
{
    /// <summary>The leaders of both sides; value 1.</summary>
    public static readonly GovernanceMeeting LeadersMeeting = new(1);
    /// <summary>The steering committee; value 2.</summary>
    public static readonly GovernanceMeeting SteeringCommittee = new(2);
    /// <summary>The review of shared figures; value 3.</summary>
    public static readonly GovernanceMeeting KpiReview = new(3);
    /// <summary>The plan of the year; value 4.</summary>
    public static readonly GovernanceMeeting JointPlanning = new(4);

    private GovernanceMeeting(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
