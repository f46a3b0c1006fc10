using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>A task of an activity, with its day before or after it.</summary>
/// <remarks>LibraryDefault, but for the five demands on speakers: 《B2B 大客户开发与管理》 names what to see to and no days.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActivityTask>))]
public sealed class ActivityTask : Term<ActivityTask>
{
    /// <summary>Purpose, audience and budget are decided; value 1.</summary>
    public static readonly ActivityTask Purpose = new(1, -90, null);
    /// <summary>The guest list is drawn up by stage and need; value 2.</summary>
    public static readonly ActivityTask GuestList = new(2, -60, null);
    /// <summary>Speakers are chosen who speak well; value 3.</summary>
    public static readonly ActivityTask Speakers = new(3, -56, SpeakerRequirement.Eloquence);
    /// <summary>The invitations are made, each by somebody of the same rank; value 4.</summary>
    public static readonly ActivityTask Invitations = new(4, -42, null);
    /// <summary>What is said fits the roles that listen; value 5.</summary>
    public static readonly ActivityTask Content = new(5, -28, SpeakerRequirement.RoleValue);
    /// <summary>Case, speaker and presentation are ready; value 6.</summary>
    public static readonly ActivityTask Cases = new(6, -21, SpeakerRequirement.CaseSpeaker);
    /// <summary>Answers to frequent questions are prepared; value 7.</summary>
    public static readonly ActivityTask Questions = new(7, -14, SpeakerRequirement.Questions);
    /// <summary>Gifts are checked against the limit; value 8.</summary>
    public static readonly ActivityTask Gifts = new(8, -14, null);
    /// <summary>The speakers have rehearsed; value 9.</summary>
    public static readonly ActivityTask Rehearsal = new(9, -3, SpeakerRequirement.Rehearsal);
    /// <summary>Every guest is called or visited; value 10.</summary>
    public static readonly ActivityTask FollowUp = new(10, 3, null);
    /// <summary>The effect is reported at the end of the attribution window; value 11.</summary>
    public static readonly ActivityTask EffectReport = new(11, 90, null);

    private ActivityTask(int value, int days, SpeakerRequirement? requirement, [CallerMemberName] string name = "")
        : base(name, value) => (Days, Requirement) = (days, requirement);

    /// <summary>The number of days after the activity on which the task is due; negative for days before it.</summary>
    public int Days { get; }

    /// <summary>The demand on the speakers that the task meets; null if it concerns something else.</summary>
    public SpeakerRequirement? Requirement { get; }
}
