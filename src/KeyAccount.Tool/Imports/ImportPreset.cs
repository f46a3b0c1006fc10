using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Imports;

/// <summary>The columns of the exports of a CRM, by the names that its vendor gives them.</summary>
/// <remarks>
/// <para>Seen in the vendors' references in November 2026: Salesforce Field Reference, objects Account, Contact, Opportunity and
/// OpportunityHistory; Dataverse table references, Account and Opportunity; HubSpot, default properties of deals and the name of companies;
/// Pipedrive, fields of deals of its API and those that its help names for imports of deals. The other titles are the usual ones and
/// were not found there; a title that differs is reported as a column that is not mapped.</para>
/// <para>To which stage of the funnel a stage of a CRM belongs is a default of the library: it can be replaced in a mapping.</para>
/// </remarks>
internal sealed class ImportPreset
{
    private static readonly Dictionary<string, string?> SalesforceStages = new(StringComparer.Ordinal)
    {
        ["Prospecting"] = "P1", ["Qualification"] = "P1", ["Needs Analysis"] = "P2", ["Value Proposition"] = "P2",
        ["Id. Decision Makers"] = "P2", ["Perception Analysis"] = "P3", ["Proposal/Price Quote"] = "P4", ["Negotiation/Review"] = "P5",
        ["Closed Won"] = "P6", ["Closed Lost"] = "P1",
    };

    private static readonly Dictionary<string, string?> HubSpotStages = new(StringComparer.Ordinal)
    {
        ["Appointment Scheduled"] = "P1", ["appointmentscheduled"] = "P1", ["Qualified To Buy"] = "P2", ["qualifiedtobuy"] = "P2",
        ["Presentation Scheduled"] = "P3", ["presentationscheduled"] = "P3", ["Decision Maker Bought-In"] = "P4",
        ["decisionmakerboughtin"] = "P4", ["Contract Sent"] = "P5", ["contractsent"] = "P5", ["Closed Won"] = "P6", ["closedwon"] = "P6",
        ["Closed Lost"] = "P1", ["closedlost"] = "P1",
    };

    private static readonly Dictionary<string, string?> DynamicsStages = new(StringComparer.Ordinal)
    {
        ["Qualify"] = "P1", ["1-Qualify"] = "P1", ["Develop"] = "P2", ["2-Develop"] = "P2", ["Propose"] = "P4", ["3-Propose"] = "P4",
        ["Close"] = "P5", ["4-Close"] = "P5",
    };

    private static readonly Dictionary<string, string?> PipedriveStages = new(StringComparer.Ordinal)
    {
        ["Qualified"] = "P1", ["Contact Made"] = "P1", ["Demo Scheduled"] = "P3", ["Proposal Made"] = "P4", ["Negotiations Started"] = "P5",
    };

    private static readonly Dictionary<string, string?> Ends = new(StringComparer.Ordinal)
    {
        ["Closed Won"] = "true", ["closedwon"] = "true", ["Won"] = "true", ["1"] = "true",
        ["Closed Lost"] = "false", ["closedlost"] = "false", ["Lost"] = "false", ["2"] = "false",
        ["*"] = null,
    };

    private static readonly Dictionary<string, string?> Categories = new(StringComparer.Ordinal)
    {
        ["Commit"] = "Committed", ["Best Case"] = "BestCase", ["Pipeline"] = "Pipeline", ["Omitted"] = "Omitted",
        ["Forecast"] = "Committed", ["BestCase"] = "BestCase", ["*"] = null,
    };

    // Only what is one of ours for certain.
    private static readonly Dictionary<string, string?> Industries = new(StringComparer.Ordinal)
    {
        ["Manufacturing"] = "Manufacturing", ["Machinery"] = "Manufacturing", ["Banking"] = "Finance", ["Finance"] = "Finance",
        ["Insurance"] = "Finance", ["Government"] = "Government", ["Internet"] = "Internet", ["*"] = null,
    };

    private readonly Dictionary<string, Entry[]> _tables;

    private ImportPreset(string name, params (string Table, Entry[] Entries)[] tables)
    {
        Name = name;
        _tables = tables.ToDictionary(table => table.Table, table => table.Entries, StringComparer.Ordinal);
    }

    public static IReadOnlyList<ImportPreset> All { get; } = [Salesforce(), Dynamics365(), HubSpot(), Pipedrive()];

    public string Name { get; }

    public static ImportPreset? Of(string? name) =>
        All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns that a title of a table stands for; none for one that the CRM does not have.</summary>
    public IEnumerable<ImportColumn> ColumnsOf(string table, string title) =>
        _tables.GetValueOrDefault(table, []).Where(entry => entry.Titles.Contains(title.Trim(), StringComparer.OrdinalIgnoreCase))
            .Select(entry => entry.Column with { Title = title });

    /// <summary>How many titles of a table are its own.</summary>
    public int Matches(string table, IEnumerable<string> titles) => titles.Count(title => ColumnsOf(table, title).Any());

    private static ImportPreset Salesforce() => new(
        "salesforce",
        ("accounts",
        [
            new("id", "Id", "Account ID"), new("name", "Name", "Account Name"), new("owner", "OwnerId", "Owner ID", "Account Owner"),
            new(new ImportColumn("industry") { Values = Industries }, "Industry"),
        ]),
        ("contacts",
        [
            new("id", "AccountId", "Account ID"), new("name", "Account Name"), new("contacts[].id", "Id", "Contact ID"),
            new("contacts[].name", "Name", "Full Name", "First Name", "FirstName", "Last Name", "LastName"),
            new("contacts[].jobTitle", "Title"),
        ]),
        ("opportunities",
        [
            new("id", "AccountId", "Account ID"), new("name", "Account Name"), new("opportunities[].id", "Id", "Opportunity ID"),
            new("opportunities[].name", "Name", "Opportunity Name"),
            new("opportunities[].owner", "OwnerId", "Owner ID", "Opportunity Owner"), new("opportunities[].amount", "Amount"),
            new("opportunities[].currency", "CurrencyIsoCode", "Opportunity Currency", "Amount Currency"),
            new(new ImportColumn("opportunities[].history[].stage") { Values = SalesforceStages }, "StageName", "Stage", "Stage Name"),
            new(new ImportColumn("opportunities[].outcome.isWon") { Values = Ends }, "StageName", "Stage", "Stage Name"),
            new("opportunities[].expectedClose", "CloseDate", "Close Date"),
            new(
                new ImportColumn("opportunities[].outcome.date") { OnlyWith = "opportunities[].outcome.isWon" }, "CloseDate", "Close Date"),
            new(
                new ImportColumn("opportunities[].statedOdds") { Unit = ImportUnit.PerCent }, "Probability", "Probability (%)"),
            new(
                new ImportColumn("opportunities[].category") { Values = Categories }, "ForecastCategoryName", "Forecast Category"),
        ]),
        ("contracts",
        [
            new("id", "AccountId", "Account ID"), new("name", "Account Name"),
            new("contracts[].id", "ContractNumber", "Contract Number", "Id", "Contract ID"),
            new("contracts[].from", "StartDate", "Contract Start Date"), new("contracts[].until", "EndDate", "Contract End Date"),
        ]),
        ("complaints",
        [
            new("id", "AccountId", "Account ID"), new("name", "Account Name"),
            new("complaints[].id", "CaseNumber", "Case Number", "Id", "Case ID"),
            new("complaints[].openedOn", "CreatedDate", "Created Date", "Opened Date", "Date/Time Opened"),
        ]));

    private static ImportPreset Dynamics365() => new(
        "dynamics365",
        ("accounts",
        [
            new("id", "accountid", "(Do Not Modify) Account", "Account"), new("name", "name", "Account Name"),
            new("owner", "ownerid", "Owner", "owneridname"),
            new(new ImportColumn("industry") { Values = Industries }, "industrycode", "Industry", "industrycodename"),
            new("value.creditDays", "Credit Days"),
        ]),
        ("contacts",
        [
            new("id", "parentcustomerid"), new("name", "Company Name", "parentcustomeridname"),
            new("contacts[].id", "contactid", "(Do Not Modify) Contact", "Contact"),
            new("contacts[].name", "fullname", "Full Name"), new("contacts[].jobTitle", "jobtitle", "Job Title"),
            new(
                new ImportColumn("contacts[].role")
                {
                    Values = new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Decision Maker"] = "KDM", ["Influencer"] = "KI", ["Employee"] = "KU", ["*"] = null,
                    },
                },
                "accountrolecode", "Role", "accountrolecodename"),
        ]),
        ("opportunities",
        [
            new("id", "parentaccountid"), new("name", "Account", "parentaccountidname", "Potential Customer"),
            new("opportunities[].id", "opportunityid", "(Do Not Modify) Opportunity", "Opportunity"),
            new("opportunities[].name", "name", "Topic"), new("opportunities[].owner", "ownerid", "Owner", "owneridname"),
            new("opportunities[].amount", "estimatedvalue", "Est. Revenue"),
            new("opportunities[].expectedClose", "estimatedclosedate", "Est. Close Date"),
            new(new ImportColumn("opportunities[].statedOdds") { Unit = ImportUnit.PerCent }, "closeprobability", "Probability"),
            new(new ImportColumn("opportunities[].history[].stage") { Values = DynamicsStages }, "stepname", "Pipeline Phase"),
            new(new ImportColumn("opportunities[].outcome.isWon") { Values = Ends }, "statecode", "Status", "statecodename"),
            new(
                new ImportColumn("opportunities[].outcome.date") { OnlyWith = "opportunities[].outcome.isWon" }, "actualclosedate",
                "Actual Close Date"),
        ]));

    private static ImportPreset HubSpot() => new(
        "hubspot",
        ("accounts",
        [
            new("id", "Record ID", "hs_object_id"), new("name", "Company name", "name"),
            new("owner", "Company owner", "hubspot_owner_id"),
            new(new ImportColumn("industry") { Values = Industries }, "Industry"),
        ]),
        ("contacts",
        [
            new("id", "associatedcompanyid", "Primary Associated Company ID", "Associated Company IDs (Primary)"),
            new("name", "Company name", "company", "Associated Company (Primary)"),
            new("contacts[].id", "Record ID", "hs_object_id"),
            new("contacts[].name", "First Name", "firstname", "Last Name", "lastname"),
            new("contacts[].jobTitle", "Job Title", "jobtitle"),
        ]),
        ("opportunities",
        [
            new("id", "Associated Company IDs (Primary)", "Primary Associated Company ID"),
            new("name", "Associated Company", "Associated Company (Primary)"),
            new("opportunities[].id", "Record ID", "hs_object_id"), new("opportunities[].name", "Deal Name", "dealname"),
            new("opportunities[].owner", "Deal owner", "hubspot_owner_id"), new("opportunities[].amount", "Amount", "amount"),
            new("opportunities[].currency", "Currency", "deal_currency_code"),
            new(new ImportColumn("opportunities[].history[].stage") { Values = HubSpotStages }, "Deal Stage", "dealstage"),
            new(new ImportColumn("opportunities[].outcome.isWon") { Values = Ends }, "Deal Stage", "dealstage"),
            new("opportunities[].expectedClose", "Close Date", "closedate"),
            new(
                new ImportColumn("opportunities[].outcome.date") { OnlyWith = "opportunities[].outcome.isWon" }, "Close Date", "closedate"),
            new("opportunities[].statedOdds", "Deal probability", "hs_deal_stage_probability"),
        ]));

    private static ImportPreset Pipedrive() => new(
        "pipedrive",
        ("accounts",
        [
            new("id", "id", "Organization - ID"), new("name", "name", "Organization - Name"),
            new("owner", "owner_id", "Organization - Owner"),
        ]),
        ("contacts",
        [
            new("id", "org_id", "Person - Organization ID"), new("name", "Person - Organization"),
            new("contacts[].id", "id", "Person - ID"), new("contacts[].name", "name", "Person - Name"),
            new("contacts[].jobTitle", "job_title", "Person - Job title"),
        ]),
        ("opportunities",
        [
            new("id", "org_id", "Deal - Organization ID"), new("name", "Deal - Organization"),
            new("opportunities[].id", "id", "Deal - ID"), new("opportunities[].name", "title", "Deal - Title"),
            new("opportunities[].owner", "user_id", "owner_id", "Deal - Owner"), new("opportunities[].amount", "value", "Deal - Value"),
            new("opportunities[].currency", "currency", "Deal - Currency of Value"),
            new(new ImportColumn("opportunities[].history[].stage") { Values = PipedriveStages }, "stage_name", "Deal - Stage"),
            new(new ImportColumn("opportunities[].outcome.isWon") { Values = Ends }, "status", "Deal - Status"),
            new("opportunities[].expectedClose", "expected_close_date", "Deal - Expected close date"),
            new(
                new ImportColumn("opportunities[].outcome.date") { OnlyWith = "opportunities[].outcome.isWon" }, "close_time",
                "Deal - Deal closed on"),
            new(new ImportColumn("opportunities[].statedOdds") { Unit = ImportUnit.PerCent }, "probability", "Deal - Probability"),
        ]));

    private sealed record Entry(ImportColumn Column, params string[] Titles)
    {
        public Entry(string path, params string[] titles)
            : this(new ImportColumn(path), titles)
        {
        }
    }
}
