SELECT "id", ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band
FROM (
SELECT "id", ka_r0,
    CASE WHEN (ka_r0 >= '70'::DOUBLE) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= '45'::DOUBLE) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= '0'::DOUBLE) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT "id", CASE WHEN (ka_s1 >= '0.5999995'::DOUBLE) THEN (FLOOR((((ka_s0 / ka_s1) * '1000000'::DOUBLE) + '0.5'::DOUBLE)) / '1000000'::DOUBLE) END AS ka_r0,
    ka_h
FROM (
SELECT "id", ((((((((COALESCE(('0.25'::DOUBLE * ka_p0), '0'::DOUBLE) + COALESCE(('0.15'::DOUBLE * ka_p1), '0'::DOUBLE)) + COALESCE(('0.1'::DOUBLE * ka_p2), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p3), '0'::DOUBLE)) + COALESCE(('0.03'::DOUBLE * ka_p4), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p5), '0'::DOUBLE)) + COALESCE(('0.08'::DOUBLE * ka_p6), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p7), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p8), '0'::DOUBLE)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN '0'::DOUBLE ELSE '0.25'::DOUBLE END + CASE WHEN (ka_p1 IS NULL) THEN '0'::DOUBLE ELSE '0.15'::DOUBLE END) + CASE WHEN (ka_p2 IS NULL) THEN '0'::DOUBLE ELSE '0.1'::DOUBLE END) + CASE WHEN (ka_p3 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p4 IS NULL) THEN '0'::DOUBLE ELSE '0.03'::DOUBLE END) + CASE WHEN (ka_p5 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p6 IS NULL) THEN '0'::DOUBLE ELSE '0.08'::DOUBLE END) + CASE WHEN (ka_p7 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) + CASE WHEN (ka_p8 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) AS ka_s1,
    ka_h
FROM (
SELECT "id", CASE WHEN ((ka_m0 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m0 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m0 >= '1000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('90'::DOUBLE + ((ka_m0 - '5000000'::DOUBLE) * '2E-06'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m0 - '1000000'::DOUBLE) * '7.5E-06'::DOUBLE)) END WHEN (ka_m0 >= '0'::DOUBLE) THEN CASE WHEN (ka_m0 >= '500000'::DOUBLE) THEN ('35'::DOUBLE + ((ka_m0 - '500000'::DOUBLE) * '5E-05'::DOUBLE)) ELSE (ka_m0 * '7E-05'::DOUBLE) END ELSE '0'::DOUBLE END END AS ka_p0,
    CASE WHEN ((ka_m1 >= '-1000'::DOUBLE) AND (ka_m1 <= '100'::DOUBLE)) THEN CASE WHEN (ka_m1 >= '10'::DOUBLE) THEN CASE WHEN (ka_m1 >= '25'::DOUBLE) THEN CASE WHEN (ka_m1 >= '40'::DOUBLE) THEN '100'::DOUBLE ELSE ('70'::DOUBLE + ((ka_m1 - '25'::DOUBLE) * '2'::DOUBLE)) END ELSE ('30'::DOUBLE + ((ka_m1 - '10'::DOUBLE) * '2.6666666666666665'::DOUBLE)) END WHEN (ka_m1 >= '0'::DOUBLE) THEN (ka_m1 * '3'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p1,
    CASE WHEN ((ka_m2 >= '0'::DOUBLE) AND (ka_m2 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m2 >= '60'::DOUBLE) THEN CASE WHEN (ka_m2 >= '90'::DOUBLE) THEN CASE WHEN (ka_m2 >= '150'::DOUBLE) THEN '0'::DOUBLE ELSE ('30'::DOUBLE + ((ka_m2 - '90'::DOUBLE) * '-0.5'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m2 - '60'::DOUBLE) * '-1'::DOUBLE)) END WHEN (ka_m2 >= '0'::DOUBLE) THEN CASE WHEN (ka_m2 >= '30'::DOUBLE) THEN ('85'::DOUBLE + ((ka_m2 - '30'::DOUBLE) * '-0.8333333333333334'::DOUBLE)) ELSE ('100'::DOUBLE + (ka_m2 * '-0.5'::DOUBLE)) END ELSE '100'::DOUBLE END END AS ka_p2,
    CASE WHEN ((ka_m3 >= '-100'::DOUBLE) AND (ka_m3 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m3 >= '0'::DOUBLE) THEN CASE WHEN (ka_m3 >= '5'::DOUBLE) THEN CASE WHEN (ka_m3 >= '15'::DOUBLE) THEN '100'::DOUBLE ELSE ('60'::DOUBLE + ((ka_m3 - '5'::DOUBLE) * '4'::DOUBLE)) END ELSE ('30'::DOUBLE + (ka_m3 * '6'::DOUBLE)) END WHEN (ka_m3 >= '-5'::DOUBLE) THEN ((ka_m3 - '-5'::DOUBLE) * '6'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p3,
    CASE WHEN ((ka_m4 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m4 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m4 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m4 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('80'::DOUBLE + ((ka_m4 - '5000000'::DOUBLE) * '4E-06'::DOUBLE)) END WHEN (ka_m4 >= '0'::DOUBLE) THEN (ka_m4 * '1.6E-05'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p4,
    CASE WHEN ((ka_m5 >= '-100'::DOUBLE) AND (ka_m5 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m5 >= '0'::DOUBLE) THEN CASE WHEN (ka_m5 >= '20'::DOUBLE) THEN '100'::DOUBLE ELSE ('50'::DOUBLE + (ka_m5 * '2.5'::DOUBLE)) END WHEN (ka_m5 >= '-20'::DOUBLE) THEN ((ka_m5 - '-20'::DOUBLE) * '2.5'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN '0'::DOUBLE WHEN (ka_m6 = 'Low') THEN '30'::DOUBLE WHEN (ka_m6 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m6 = 'High') THEN '100'::DOUBLE END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN '0'::DOUBLE WHEN (ka_m7 = 'Low') THEN '30'::DOUBLE WHEN (ka_m7 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m7 = 'High') THEN '100'::DOUBLE END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN '0'::DOUBLE WHEN (ka_m8 = 'Low') THEN '30'::DOUBLE WHEN (ka_m8 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m8 = 'High') THEN '100'::DOUBLE END AS ka_p8,
    ka_h
FROM (
SELECT "id", ka_f0 AS ka_m0,
    ('100'::DOUBLE * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    ('100'::DOUBLE * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > '10000000'::DOUBLE) THEN CASE WHEN (ka_f0 > '10000000'::DOUBLE) THEN '0'::DOUBLE ELSE ('10000000'::DOUBLE - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    ('100'::DOUBLE * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > '90'::DOUBLE) AND ((ka_g0 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < '0'::DOUBLE) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT "id", ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= '0'::DOUBLE) AND ((ka_f9 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= '1.7976931348623157E+308'::DOUBLE)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= '0'::DOUBLE) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT "id", CAST("AnnualPurchases" AS DOUBLE) AS ka_f0,
    CAST("GrossMarginRate" AS DOUBLE) AS ka_f1,
    CAST("CreditDays" AS DOUBLE) AS ka_f2,
    CAST("MarketGrowthRate" AS DOUBLE) AS ka_f3,
    CAST("CategorySpend" AS DOUBLE) AS ka_f4,
    CAST("BudgetTrend" AS DOUBLE) AS ka_f5,
    "IndustryInfluence" AS ka_f6,
    "TechnicalSynergy" AS ka_f7,
    "LongTermCommitment" AS ka_f8,
    CAST("DebtOverdueDays" AS DOUBLE) AS ka_f9,
    CAST("NetProfit" AS DOUBLE) AS ka_f10
FROM "crm"."accounts"
) AS ka_layer1
) AS ka_layer2
) AS ka_layer3
) AS ka_layer4
) AS ka_layer5
) AS ka_layer6
) AS ka_layer7;

SELECT "id", ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN :58 WHEN ka_place = 1 THEN :59 WHEN ka_place = 2 THEN :60 END AS band
FROM (
SELECT "id", ka_r0,
    CASE WHEN (ka_r0 >= :20) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= :57) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= :1) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT "id", CASE WHEN (ka_s1 >= :55) THEN (FLOOR((((ka_s0 / ka_s1) * :7) + :56)) / :7) END AS ka_r0,
    ka_h
FROM (
SELECT "id", ((((((((COALESCE((:48 * ka_p0), :1) + COALESCE((:49 * ka_p1), :1)) + COALESCE((:50 * ka_p2), :1)) + COALESCE((:51 * ka_p3), :1)) + COALESCE((:52 * ka_p4), :1)) + COALESCE((:51 * ka_p5), :1)) + COALESCE((:53 * ka_p6), :1)) + COALESCE((:54 * ka_p7), :1)) + COALESCE((:54 * ka_p8), :1)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN :1 ELSE :48 END + CASE WHEN (ka_p1 IS NULL) THEN :1 ELSE :49 END) + CASE WHEN (ka_p2 IS NULL) THEN :1 ELSE :50 END) + CASE WHEN (ka_p3 IS NULL) THEN :1 ELSE :51 END) + CASE WHEN (ka_p4 IS NULL) THEN :1 ELSE :52 END) + CASE WHEN (ka_p5 IS NULL) THEN :1 ELSE :51 END) + CASE WHEN (ka_p6 IS NULL) THEN :1 ELSE :53 END) + CASE WHEN (ka_p7 IS NULL) THEN :1 ELSE :54 END) + CASE WHEN (ka_p8 IS NULL) THEN :1 ELSE :54 END) AS ka_s1,
    ka_h
FROM (
SELECT "id", CASE WHEN ((ka_m0 >= :6) AND (ka_m0 <= :2)) THEN CASE WHEN (ka_m0 >= :7) THEN CASE WHEN (ka_m0 >= :8) THEN CASE WHEN (ka_m0 >= :5) THEN :4 ELSE (:3 + ((ka_m0 - :8) * :9)) END ELSE (:10 + ((ka_m0 - :7) * :11)) END WHEN (ka_m0 >= :1) THEN CASE WHEN (ka_m0 >= :12) THEN (:13 + ((ka_m0 - :12) * :14)) ELSE (ka_m0 * :15) END ELSE :1 END END AS ka_p0,
    CASE WHEN ((ka_m1 >= :16) AND (ka_m1 <= :4)) THEN CASE WHEN (ka_m1 >= :17) THEN CASE WHEN (ka_m1 >= :18) THEN CASE WHEN (ka_m1 >= :19) THEN :4 ELSE (:20 + ((ka_m1 - :18) * :21)) END ELSE (:22 + ((ka_m1 - :17) * :23)) END WHEN (ka_m1 >= :1) THEN (ka_m1 * :24) ELSE :1 END END AS ka_p1,
    CASE WHEN ((ka_m2 >= :1) AND (ka_m2 <= :2)) THEN CASE WHEN (ka_m2 >= :10) THEN CASE WHEN (ka_m2 >= :3) THEN CASE WHEN (ka_m2 >= :25) THEN :1 ELSE (:22 + ((ka_m2 - :3) * :26)) END ELSE (:10 + ((ka_m2 - :10) * :27)) END WHEN (ka_m2 >= :1) THEN CASE WHEN (ka_m2 >= :22) THEN (:28 + ((ka_m2 - :22) * :29)) ELSE (:4 + (ka_m2 * :26)) END ELSE :4 END END AS ka_p2,
    CASE WHEN ((ka_m3 >= :30) AND (ka_m3 <= :2)) THEN CASE WHEN (ka_m3 >= :1) THEN CASE WHEN (ka_m3 >= :31) THEN CASE WHEN (ka_m3 >= :32) THEN :4 ELSE (:10 + ((ka_m3 - :31) * :33)) END ELSE (:22 + (ka_m3 * :34)) END WHEN (ka_m3 >= :35) THEN ((ka_m3 - :35) * :34) ELSE :1 END END AS ka_p3,
    CASE WHEN ((ka_m4 >= :6) AND (ka_m4 <= :2)) THEN CASE WHEN (ka_m4 >= :8) THEN CASE WHEN (ka_m4 >= :5) THEN :4 ELSE (:36 + ((ka_m4 - :8) * :37)) END WHEN (ka_m4 >= :1) THEN (ka_m4 * :38) ELSE :1 END END AS ka_p4,
    CASE WHEN ((ka_m5 >= :30) AND (ka_m5 <= :2)) THEN CASE WHEN (ka_m5 >= :1) THEN CASE WHEN (ka_m5 >= :39) THEN :4 ELSE (:40 + (ka_m5 * :41)) END WHEN (ka_m5 >= :42) THEN ((ka_m5 - :42) * :41) ELSE :1 END END AS ka_p5,
    CASE WHEN (ka_m6 = :43) THEN :1 WHEN (ka_m6 = :44) THEN :22 WHEN (ka_m6 = :45) THEN :46 WHEN (ka_m6 = :47) THEN :4 END AS ka_p6,
    CASE WHEN (ka_m7 = :43) THEN :1 WHEN (ka_m7 = :44) THEN :22 WHEN (ka_m7 = :45) THEN :46 WHEN (ka_m7 = :47) THEN :4 END AS ka_p7,
    CASE WHEN (ka_m8 = :43) THEN :1 WHEN (ka_m8 = :44) THEN :22 WHEN (ka_m8 = :45) THEN :46 WHEN (ka_m8 = :47) THEN :4 END AS ka_p8,
    ka_h
FROM (
SELECT "id", ka_f0 AS ka_m0,
    (:4 * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    (:4 * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > :5) THEN CASE WHEN (ka_f0 > :5) THEN :1 ELSE (:5 - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    (:4 * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > :3) AND ((ka_g0 <= :2) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < :1) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT "id", ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= :1) AND ((ka_f9 <= :2) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= :2)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= :1) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT "id", CAST("AnnualPurchases" AS DOUBLE) AS ka_f0,
    CAST("GrossMarginRate" AS DOUBLE) AS ka_f1,
    CAST("CreditDays" AS DOUBLE) AS ka_f2,
    CAST("MarketGrowthRate" AS DOUBLE) AS ka_f3,
    CAST("CategorySpend" AS DOUBLE) AS ka_f4,
    CAST("BudgetTrend" AS DOUBLE) AS ka_f5,
    "IndustryInfluence" AS ka_f6,
    "TechnicalSynergy" AS ka_f7,
    "LongTermCommitment" AS ka_f8,
    CAST("DebtOverdueDays" AS DOUBLE) AS ka_f9,
    CAST("NetProfit" AS DOUBLE) AS ka_f10
FROM "crm"."accounts"
) AS ka_layer1
) AS ka_layer2
) AS ka_layer3
) AS ka_layer4
) AS ka_layer5
) AS ka_layer6
) AS ka_layer7;

SELECT CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band, ka_accounts AS accounts
FROM (
SELECT ka_place, COUNT(*) AS ka_accounts
FROM (
SELECT ka_r0,
    CASE WHEN (ka_r0 >= '70'::DOUBLE) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= '45'::DOUBLE) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= '0'::DOUBLE) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT CASE WHEN (ka_s1 >= '0.5999995'::DOUBLE) THEN (FLOOR((((ka_s0 / ka_s1) * '1000000'::DOUBLE) + '0.5'::DOUBLE)) / '1000000'::DOUBLE) END AS ka_r0,
    ka_h
FROM (
SELECT ((((((((COALESCE(('0.25'::DOUBLE * ka_p0), '0'::DOUBLE) + COALESCE(('0.15'::DOUBLE * ka_p1), '0'::DOUBLE)) + COALESCE(('0.1'::DOUBLE * ka_p2), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p3), '0'::DOUBLE)) + COALESCE(('0.03'::DOUBLE * ka_p4), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p5), '0'::DOUBLE)) + COALESCE(('0.08'::DOUBLE * ka_p6), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p7), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p8), '0'::DOUBLE)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN '0'::DOUBLE ELSE '0.25'::DOUBLE END + CASE WHEN (ka_p1 IS NULL) THEN '0'::DOUBLE ELSE '0.15'::DOUBLE END) + CASE WHEN (ka_p2 IS NULL) THEN '0'::DOUBLE ELSE '0.1'::DOUBLE END) + CASE WHEN (ka_p3 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p4 IS NULL) THEN '0'::DOUBLE ELSE '0.03'::DOUBLE END) + CASE WHEN (ka_p5 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p6 IS NULL) THEN '0'::DOUBLE ELSE '0.08'::DOUBLE END) + CASE WHEN (ka_p7 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) + CASE WHEN (ka_p8 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) AS ka_s1,
    ka_h
FROM (
SELECT CASE WHEN ((ka_m0 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m0 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m0 >= '1000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('90'::DOUBLE + ((ka_m0 - '5000000'::DOUBLE) * '2E-06'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m0 - '1000000'::DOUBLE) * '7.5E-06'::DOUBLE)) END WHEN (ka_m0 >= '0'::DOUBLE) THEN CASE WHEN (ka_m0 >= '500000'::DOUBLE) THEN ('35'::DOUBLE + ((ka_m0 - '500000'::DOUBLE) * '5E-05'::DOUBLE)) ELSE (ka_m0 * '7E-05'::DOUBLE) END ELSE '0'::DOUBLE END END AS ka_p0,
    CASE WHEN ((ka_m1 >= '-1000'::DOUBLE) AND (ka_m1 <= '100'::DOUBLE)) THEN CASE WHEN (ka_m1 >= '10'::DOUBLE) THEN CASE WHEN (ka_m1 >= '25'::DOUBLE) THEN CASE WHEN (ka_m1 >= '40'::DOUBLE) THEN '100'::DOUBLE ELSE ('70'::DOUBLE + ((ka_m1 - '25'::DOUBLE) * '2'::DOUBLE)) END ELSE ('30'::DOUBLE + ((ka_m1 - '10'::DOUBLE) * '2.6666666666666665'::DOUBLE)) END WHEN (ka_m1 >= '0'::DOUBLE) THEN (ka_m1 * '3'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p1,
    CASE WHEN ((ka_m2 >= '0'::DOUBLE) AND (ka_m2 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m2 >= '60'::DOUBLE) THEN CASE WHEN (ka_m2 >= '90'::DOUBLE) THEN CASE WHEN (ka_m2 >= '150'::DOUBLE) THEN '0'::DOUBLE ELSE ('30'::DOUBLE + ((ka_m2 - '90'::DOUBLE) * '-0.5'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m2 - '60'::DOUBLE) * '-1'::DOUBLE)) END WHEN (ka_m2 >= '0'::DOUBLE) THEN CASE WHEN (ka_m2 >= '30'::DOUBLE) THEN ('85'::DOUBLE + ((ka_m2 - '30'::DOUBLE) * '-0.8333333333333334'::DOUBLE)) ELSE ('100'::DOUBLE + (ka_m2 * '-0.5'::DOUBLE)) END ELSE '100'::DOUBLE END END AS ka_p2,
    CASE WHEN ((ka_m3 >= '-100'::DOUBLE) AND (ka_m3 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m3 >= '0'::DOUBLE) THEN CASE WHEN (ka_m3 >= '5'::DOUBLE) THEN CASE WHEN (ka_m3 >= '15'::DOUBLE) THEN '100'::DOUBLE ELSE ('60'::DOUBLE + ((ka_m3 - '5'::DOUBLE) * '4'::DOUBLE)) END ELSE ('30'::DOUBLE + (ka_m3 * '6'::DOUBLE)) END WHEN (ka_m3 >= '-5'::DOUBLE) THEN ((ka_m3 - '-5'::DOUBLE) * '6'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p3,
    CASE WHEN ((ka_m4 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m4 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m4 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m4 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('80'::DOUBLE + ((ka_m4 - '5000000'::DOUBLE) * '4E-06'::DOUBLE)) END WHEN (ka_m4 >= '0'::DOUBLE) THEN (ka_m4 * '1.6E-05'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p4,
    CASE WHEN ((ka_m5 >= '-100'::DOUBLE) AND (ka_m5 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m5 >= '0'::DOUBLE) THEN CASE WHEN (ka_m5 >= '20'::DOUBLE) THEN '100'::DOUBLE ELSE ('50'::DOUBLE + (ka_m5 * '2.5'::DOUBLE)) END WHEN (ka_m5 >= '-20'::DOUBLE) THEN ((ka_m5 - '-20'::DOUBLE) * '2.5'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN '0'::DOUBLE WHEN (ka_m6 = 'Low') THEN '30'::DOUBLE WHEN (ka_m6 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m6 = 'High') THEN '100'::DOUBLE END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN '0'::DOUBLE WHEN (ka_m7 = 'Low') THEN '30'::DOUBLE WHEN (ka_m7 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m7 = 'High') THEN '100'::DOUBLE END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN '0'::DOUBLE WHEN (ka_m8 = 'Low') THEN '30'::DOUBLE WHEN (ka_m8 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m8 = 'High') THEN '100'::DOUBLE END AS ka_p8,
    ka_h
FROM (
SELECT ka_f0 AS ka_m0,
    ('100'::DOUBLE * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    ('100'::DOUBLE * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > '10000000'::DOUBLE) THEN CASE WHEN (ka_f0 > '10000000'::DOUBLE) THEN '0'::DOUBLE ELSE ('10000000'::DOUBLE - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    ('100'::DOUBLE * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > '90'::DOUBLE) AND ((ka_g0 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < '0'::DOUBLE) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= '0'::DOUBLE) AND ((ka_f9 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= '1.7976931348623157E+308'::DOUBLE)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= '0'::DOUBLE) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT CAST("AnnualPurchases" AS DOUBLE) AS ka_f0,
    CAST("GrossMarginRate" AS DOUBLE) AS ka_f1,
    CAST("CreditDays" AS DOUBLE) AS ka_f2,
    CAST("MarketGrowthRate" AS DOUBLE) AS ka_f3,
    CAST("CategorySpend" AS DOUBLE) AS ka_f4,
    CAST("BudgetTrend" AS DOUBLE) AS ka_f5,
    "IndustryInfluence" AS ka_f6,
    "TechnicalSynergy" AS ka_f7,
    "LongTermCommitment" AS ka_f8,
    CAST("DebtOverdueDays" AS DOUBLE) AS ka_f9,
    CAST("NetProfit" AS DOUBLE) AS ka_f10
FROM "crm"."accounts"
) AS ka_layer1
) AS ka_layer2
) AS ka_layer3
) AS ka_layer4
) AS ka_layer5
) AS ka_layer6
) AS ka_layer7
GROUP BY ka_place
) AS ka_counted;

SELECT COUNT(NULL) AS "annualPurchases",
    COUNT(CASE WHEN ((ka_f1 < '-10'::DOUBLE) OR ((ka_f1 > '1'::DOUBLE) AND ((ka_f1 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f1) < ka_f1)))) THEN 1 END) AS "grossMarginRate",
    COUNT(CASE WHEN ((ka_f2 < '0'::DOUBLE) OR ((ka_f2 > '1.7976931348623157E+308'::DOUBLE) AND ((ka_f2 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f2) < ka_f2)))) THEN 1 END) AS "creditDays",
    COUNT(CASE WHEN ((ka_f3 < '-1'::DOUBLE) OR ((ka_f3 > '1.7976931348623157E+308'::DOUBLE) AND ((ka_f3 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f3) < ka_f3)))) THEN 1 END) AS "marketGrowthRate",
    COUNT(CASE WHEN ((((ka_f4 < '0'::DOUBLE) OR (ka_f4 < ka_f0)) OR ((ka_f4 < '0'::DOUBLE) OR (ka_f4 < ka_f0))) OR ((ka_f4 < '0'::DOUBLE) OR (ka_f4 < ka_f0))) THEN 1 END) AS "crossSellRoom",
    COUNT(CASE WHEN ((ka_f5 < '-1'::DOUBLE) OR ((ka_f5 > '1.7976931348623157E+308'::DOUBLE) AND ((ka_f5 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f5) < ka_f5)))) THEN 1 END) AS "budgetTrend",
    COUNT(NULL) AS "industryInfluence",
    COUNT(NULL) AS "technicalSynergy",
    COUNT(NULL) AS "longTermCommitment"
FROM (
SELECT CAST("AnnualPurchases" AS DOUBLE) AS ka_f0,
    CAST("GrossMarginRate" AS DOUBLE) AS ka_f1,
    CAST("CreditDays" AS DOUBLE) AS ka_f2,
    CAST("MarketGrowthRate" AS DOUBLE) AS ka_f3,
    CAST("CategorySpend" AS DOUBLE) AS ka_f4,
    CAST("BudgetTrend" AS DOUBLE) AS ka_f5,
    "IndustryInfluence" AS ka_f6,
    "TechnicalSynergy" AS ka_f7,
    "LongTermCommitment" AS ka_f8,
    CAST("DebtOverdueDays" AS DOUBLE) AS ka_f9,
    CAST("NetProfit" AS DOUBLE) AS ka_f10
FROM "crm"."accounts"
) AS ka_layer1;

CREATE OR REPLACE VIEW "crm"."scored accounts" AS
SELECT "id", ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band
FROM (
SELECT "id", ka_r0,
    CASE WHEN (ka_r0 >= '70'::DOUBLE) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= '45'::DOUBLE) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= '0'::DOUBLE) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT "id", CASE WHEN (ka_s1 >= '0.5999995'::DOUBLE) THEN (FLOOR((((ka_s0 / ka_s1) * '1000000'::DOUBLE) + '0.5'::DOUBLE)) / '1000000'::DOUBLE) END AS ka_r0,
    ka_h
FROM (
SELECT "id", ((((((((COALESCE(('0.25'::DOUBLE * ka_p0), '0'::DOUBLE) + COALESCE(('0.15'::DOUBLE * ka_p1), '0'::DOUBLE)) + COALESCE(('0.1'::DOUBLE * ka_p2), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p3), '0'::DOUBLE)) + COALESCE(('0.03'::DOUBLE * ka_p4), '0'::DOUBLE)) + COALESCE(('0.135'::DOUBLE * ka_p5), '0'::DOUBLE)) + COALESCE(('0.08'::DOUBLE * ka_p6), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p7), '0'::DOUBLE)) + COALESCE(('0.06'::DOUBLE * ka_p8), '0'::DOUBLE)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN '0'::DOUBLE ELSE '0.25'::DOUBLE END + CASE WHEN (ka_p1 IS NULL) THEN '0'::DOUBLE ELSE '0.15'::DOUBLE END) + CASE WHEN (ka_p2 IS NULL) THEN '0'::DOUBLE ELSE '0.1'::DOUBLE END) + CASE WHEN (ka_p3 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p4 IS NULL) THEN '0'::DOUBLE ELSE '0.03'::DOUBLE END) + CASE WHEN (ka_p5 IS NULL) THEN '0'::DOUBLE ELSE '0.135'::DOUBLE END) + CASE WHEN (ka_p6 IS NULL) THEN '0'::DOUBLE ELSE '0.08'::DOUBLE END) + CASE WHEN (ka_p7 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) + CASE WHEN (ka_p8 IS NULL) THEN '0'::DOUBLE ELSE '0.06'::DOUBLE END) AS ka_s1,
    ka_h
FROM (
SELECT "id", CASE WHEN ((ka_m0 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m0 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m0 >= '1000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m0 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('90'::DOUBLE + ((ka_m0 - '5000000'::DOUBLE) * '2E-06'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m0 - '1000000'::DOUBLE) * '7.5E-06'::DOUBLE)) END WHEN (ka_m0 >= '0'::DOUBLE) THEN CASE WHEN (ka_m0 >= '500000'::DOUBLE) THEN ('35'::DOUBLE + ((ka_m0 - '500000'::DOUBLE) * '5E-05'::DOUBLE)) ELSE (ka_m0 * '7E-05'::DOUBLE) END ELSE '0'::DOUBLE END END AS ka_p0,
    CASE WHEN ((ka_m1 >= '-1000'::DOUBLE) AND (ka_m1 <= '100'::DOUBLE)) THEN CASE WHEN (ka_m1 >= '10'::DOUBLE) THEN CASE WHEN (ka_m1 >= '25'::DOUBLE) THEN CASE WHEN (ka_m1 >= '40'::DOUBLE) THEN '100'::DOUBLE ELSE ('70'::DOUBLE + ((ka_m1 - '25'::DOUBLE) * '2'::DOUBLE)) END ELSE ('30'::DOUBLE + ((ka_m1 - '10'::DOUBLE) * '2.6666666666666665'::DOUBLE)) END WHEN (ka_m1 >= '0'::DOUBLE) THEN (ka_m1 * '3'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p1,
    CASE WHEN ((ka_m2 >= '0'::DOUBLE) AND (ka_m2 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m2 >= '60'::DOUBLE) THEN CASE WHEN (ka_m2 >= '90'::DOUBLE) THEN CASE WHEN (ka_m2 >= '150'::DOUBLE) THEN '0'::DOUBLE ELSE ('30'::DOUBLE + ((ka_m2 - '90'::DOUBLE) * '-0.5'::DOUBLE)) END ELSE ('60'::DOUBLE + ((ka_m2 - '60'::DOUBLE) * '-1'::DOUBLE)) END WHEN (ka_m2 >= '0'::DOUBLE) THEN CASE WHEN (ka_m2 >= '30'::DOUBLE) THEN ('85'::DOUBLE + ((ka_m2 - '30'::DOUBLE) * '-0.8333333333333334'::DOUBLE)) ELSE ('100'::DOUBLE + (ka_m2 * '-0.5'::DOUBLE)) END ELSE '100'::DOUBLE END END AS ka_p2,
    CASE WHEN ((ka_m3 >= '-100'::DOUBLE) AND (ka_m3 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m3 >= '0'::DOUBLE) THEN CASE WHEN (ka_m3 >= '5'::DOUBLE) THEN CASE WHEN (ka_m3 >= '15'::DOUBLE) THEN '100'::DOUBLE ELSE ('60'::DOUBLE + ((ka_m3 - '5'::DOUBLE) * '4'::DOUBLE)) END ELSE ('30'::DOUBLE + (ka_m3 * '6'::DOUBLE)) END WHEN (ka_m3 >= '-5'::DOUBLE) THEN ((ka_m3 - '-5'::DOUBLE) * '6'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p3,
    CASE WHEN ((ka_m4 >= '-1.7976931348623157E+308'::DOUBLE) AND (ka_m4 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m4 >= '5000000'::DOUBLE) THEN CASE WHEN (ka_m4 >= '10000000'::DOUBLE) THEN '100'::DOUBLE ELSE ('80'::DOUBLE + ((ka_m4 - '5000000'::DOUBLE) * '4E-06'::DOUBLE)) END WHEN (ka_m4 >= '0'::DOUBLE) THEN (ka_m4 * '1.6E-05'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p4,
    CASE WHEN ((ka_m5 >= '-100'::DOUBLE) AND (ka_m5 <= '1.7976931348623157E+308'::DOUBLE)) THEN CASE WHEN (ka_m5 >= '0'::DOUBLE) THEN CASE WHEN (ka_m5 >= '20'::DOUBLE) THEN '100'::DOUBLE ELSE ('50'::DOUBLE + (ka_m5 * '2.5'::DOUBLE)) END WHEN (ka_m5 >= '-20'::DOUBLE) THEN ((ka_m5 - '-20'::DOUBLE) * '2.5'::DOUBLE) ELSE '0'::DOUBLE END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN '0'::DOUBLE WHEN (ka_m6 = 'Low') THEN '30'::DOUBLE WHEN (ka_m6 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m6 = 'High') THEN '100'::DOUBLE END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN '0'::DOUBLE WHEN (ka_m7 = 'Low') THEN '30'::DOUBLE WHEN (ka_m7 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m7 = 'High') THEN '100'::DOUBLE END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN '0'::DOUBLE WHEN (ka_m8 = 'Low') THEN '30'::DOUBLE WHEN (ka_m8 = 'Medium') THEN '65'::DOUBLE WHEN (ka_m8 = 'High') THEN '100'::DOUBLE END AS ka_p8,
    ka_h
FROM (
SELECT "id", ka_f0 AS ka_m0,
    ('100'::DOUBLE * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    ('100'::DOUBLE * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > '10000000'::DOUBLE) THEN CASE WHEN (ka_f0 > '10000000'::DOUBLE) THEN '0'::DOUBLE ELSE ('10000000'::DOUBLE - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    ('100'::DOUBLE * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > '90'::DOUBLE) AND ((ka_g0 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < '0'::DOUBLE) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT "id", ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= '0'::DOUBLE) AND ((ka_f9 <= '1.7976931348623157E+308'::DOUBLE) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= '1.7976931348623157E+308'::DOUBLE)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= '0'::DOUBLE) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT "id", CAST("AnnualPurchases" AS DOUBLE) AS ka_f0,
    CAST("GrossMarginRate" AS DOUBLE) AS ka_f1,
    CAST("CreditDays" AS DOUBLE) AS ka_f2,
    CAST("MarketGrowthRate" AS DOUBLE) AS ka_f3,
    CAST("CategorySpend" AS DOUBLE) AS ka_f4,
    CAST("BudgetTrend" AS DOUBLE) AS ka_f5,
    "IndustryInfluence" AS ka_f6,
    "TechnicalSynergy" AS ka_f7,
    "LongTermCommitment" AS ka_f8,
    CAST("DebtOverdueDays" AS DOUBLE) AS ka_f9,
    CAST("NetProfit" AS DOUBLE) AS ka_f10
FROM "crm"."accounts"
) AS ka_layer1
) AS ka_layer2
) AS ka_layer3
) AS ka_layer4
) AS ka_layer5
) AS ka_layer6
) AS ka_layer7;

SELECT "id", CASE WHEN ka_rule = 0 THEN 'champion' WHEN ka_rule = 1 THEN 'cannotLose' WHEN ka_rule = 2 THEN 'atRisk' WHEN ka_rule = 3 THEN 'hibernating' WHEN ka_rule = 4 THEN 'aboutToSleep' WHEN ka_rule = 5 THEN 'needsAttention' WHEN ka_rule = 6 THEN 'loyal' WHEN ka_rule = 7 THEN 'new' WHEN ka_rule = 8 THEN 'promising' WHEN ka_rule = 9 THEN 'potentialLoyalist' END AS rule_id,
    CASE WHEN ka_rule = 0 THEN 'Champion' WHEN ka_rule = 1 THEN 'CannotLose' WHEN ka_rule = 2 THEN 'AtRisk' WHEN ka_rule = 3 THEN 'Hibernating' WHEN ka_rule = 4 THEN 'AboutToSleep' WHEN ka_rule = 5 THEN 'NeedsAttention' WHEN ka_rule = 6 THEN 'Loyal' WHEN ka_rule = 7 THEN 'New' WHEN ka_rule = 8 THEN 'Promising' WHEN ka_rule = 9 THEN 'PotentialLoyalist' END AS advice
FROM (
SELECT "id", CASE WHEN ka_r0 = 1 THEN 0 WHEN ka_r1 = 1 THEN 1 WHEN ka_r2 = 1 THEN 2 WHEN ka_r3 = 1 THEN 3 WHEN ka_r4 = 1 THEN 4 WHEN ka_r5 = 1 THEN 5 WHEN ka_r6 = 1 THEN 6 WHEN ka_r7 = 1 THEN 7 WHEN ka_r8 = 1 THEN 8 WHEN ka_r9 = 1 THEN 9 END AS ka_rule
FROM (
SELECT "id", CASE WHEN ((ka_g0 = 5) AND (ka_g1 >= 4)) THEN 1 ELSE 0 END AS ka_r0,
    CASE WHEN ((ka_g0 <= 2) AND (ka_g1 = 5)) THEN 1 ELSE 0 END AS ka_r1,
    CASE WHEN ((ka_g0 <= 2) AND (ka_g1 >= 3)) THEN 1 ELSE 0 END AS ka_r2,
    CASE WHEN (((ka_g0 <= 2) AND (ka_g1 <= 2)) AND ((ka_g0 = 1) OR (ka_g1 = 2))) THEN 1 ELSE 0 END AS ka_r3,
    CASE WHEN ((ka_g0 <= 3) AND (ka_g1 <= 2)) THEN 1 ELSE 0 END AS ka_r4,
    CASE WHEN ((ka_g0 = 3) AND (ka_g1 = 3)) THEN 1 ELSE 0 END AS ka_r5,
    CASE WHEN (ka_g1 >= 4) THEN 1 ELSE 0 END AS ka_r6,
    CASE WHEN ((ka_g0 = 5) AND (ka_g1 = 1)) THEN 1 ELSE 0 END AS ka_r7,
    CASE WHEN ((ka_g0 = 4) AND (ka_g1 = 1)) THEN 1 ELSE 0 END AS ka_r8,
    CASE WHEN ((ka_g0 >= 4) AND (ka_g1 <= 3)) THEN 1 ELSE 0 END AS ka_r9
FROM (
SELECT "id", "Recency" AS ka_f0,
    "Frequency" AS ka_f1,
    CASE WHEN (("Recency" >= 1) AND ("Recency" <= 5)) THEN "Recency" END AS ka_g0,
    CASE WHEN (("Frequency" >= 1) AND ("Frequency" <= 5)) THEN "Frequency" END AS ka_g1
FROM "facts"
) AS ka_layer1
) AS ka_layer2
) AS ka_layer3;

WITH ka_portfolio AS (
SELECT "id", "revenue" AS ka_amount
FROM "crm"."accounts"
), ka_amounts AS (
SELECT ka_amount, COUNT(*) AS ka_heads
FROM ka_portfolio
WHERE ka_amount > 0
GROUP BY ka_amount
), ka_ranked AS (
SELECT ka_amount, SUM(CAST(ka_heads AS NUMBER(38, 0)) * ka_amount) OVER (ORDER BY ka_amount DESC ROWS UNBOUNDED PRECEDING) AS ka_reached
FROM ka_amounts
), ka_whole AS (
SELECT CAST(SUM(CASE WHEN ka_amount > 0 THEN CAST(ka_amount AS NUMBER(38, 0)) ELSE 0 END) AS NUMBER(38, 0)) AS ka_all
FROM ka_portfolio
), ka_limits AS (
SELECT MAX(CASE WHEN ka_reached >= (((ka_all - (ka_all % 5)) / 5) * 4 + ((((ka_all % 5) * 4 + 4) - (((ka_all % 5) * 4 + 4) % 5)) / 5)) THEN ka_amount END) AS ka_a,
    MAX(CASE WHEN ka_reached >= (((ka_all - (ka_all % 20)) / 20) * 19 + ((((ka_all % 20) * 19 + 19) - (((ka_all % 20) * 19 + 19) % 20)) / 20)) THEN ka_amount END) AS ka_b
FROM ka_ranked CROSS JOIN ka_whole
)
SELECT "id", CASE WHEN ka_amount IS NULL THEN NULL WHEN ka_amount > 0 AND ka_amount >= COALESCE(ka_a, 0) THEN 'A' WHEN ka_amount > 0 AND ka_amount >= COALESCE(ka_b, 0) THEN 'B' ELSE 'C' END AS tier
FROM ka_portfolio CROSS JOIN ka_limits;

SELECT ka_account AS account, ka_days AS days_since_purchase, ka_orders AS orders, ka_money AS amount,
    ka_recency AS recency, ka_frequency AS frequency, ka_value AS money,
    CASE WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4)) THEN 'Champion' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 5)) THEN 'CannotLose' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 3)) THEN 'AtRisk' WHEN (((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) AND ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 1) OR (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 2))) THEN 'Hibernating' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) THEN 'AboutToSleep' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 3)) THEN 'NeedsAttention' WHEN (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4) THEN 'Loyal' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'New' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'Promising' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END >= 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 3)) THEN 'PotentialLoyalist' END AS segment
FROM (
SELECT ka_account, ka_days, ka_orders, ka_money,
    5 - (CASE WHEN ka_days > ka_days_1 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_2 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_3 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_4 THEN 1 ELSE 0 END) AS ka_recency,
    1 + CASE WHEN ka_orders > ka_orders_1 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_2 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_3 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_4 THEN 1 ELSE 0 END AS ka_frequency,
    1 + CASE WHEN ka_money > ka_money_1 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_2 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_3 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_4 THEN 1 ELSE 0 END AS ka_value
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, DATE '2026-03-31') AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT "account" AS ka_account, "day" AS ka_date, "amount" AS ka_amount
FROM "crm"."purchases"
) AS ka_purchases
WHERE ka_date <= DATE '2026-03-31' AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers CROSS JOIN (
SELECT MAX(CASE WHEN ka_n0 * 5 >= 1 * ka_n AND (ka_n0 - 1) * 5 < 1 * ka_n THEN ka_days END) AS ka_days_1,
    MAX(CASE WHEN ka_n0 * 5 >= 2 * ka_n AND (ka_n0 - 1) * 5 < 2 * ka_n THEN ka_days END) AS ka_days_2,
    MAX(CASE WHEN ka_n0 * 5 >= 3 * ka_n AND (ka_n0 - 1) * 5 < 3 * ka_n THEN ka_days END) AS ka_days_3,
    MAX(CASE WHEN ka_n0 * 5 >= 4 * ka_n AND (ka_n0 - 1) * 5 < 4 * ka_n THEN ka_days END) AS ka_days_4,
    MAX(CASE WHEN ka_n1 * 5 >= 1 * ka_n AND (ka_n1 - 1) * 5 < 1 * ka_n THEN ka_orders END) AS ka_orders_1,
    MAX(CASE WHEN ka_n1 * 5 >= 2 * ka_n AND (ka_n1 - 1) * 5 < 2 * ka_n THEN ka_orders END) AS ka_orders_2,
    MAX(CASE WHEN ka_n1 * 5 >= 3 * ka_n AND (ka_n1 - 1) * 5 < 3 * ka_n THEN ka_orders END) AS ka_orders_3,
    MAX(CASE WHEN ka_n1 * 5 >= 4 * ka_n AND (ka_n1 - 1) * 5 < 4 * ka_n THEN ka_orders END) AS ka_orders_4,
    MAX(CASE WHEN ka_n2 * 5 >= 1 * ka_n AND (ka_n2 - 1) * 5 < 1 * ka_n THEN ka_money END) AS ka_money_1,
    MAX(CASE WHEN ka_n2 * 5 >= 2 * ka_n AND (ka_n2 - 1) * 5 < 2 * ka_n THEN ka_money END) AS ka_money_2,
    MAX(CASE WHEN ka_n2 * 5 >= 3 * ka_n AND (ka_n2 - 1) * 5 < 3 * ka_n THEN ka_money END) AS ka_money_3,
    MAX(CASE WHEN ka_n2 * 5 >= 4 * ka_n AND (ka_n2 - 1) * 5 < 4 * ka_n THEN ka_money END) AS ka_money_4
FROM (
SELECT ka_days, ka_orders, ka_money, COUNT(*) OVER () AS ka_n,
    ROW_NUMBER() OVER (ORDER BY ka_days) AS ka_n0,
    ROW_NUMBER() OVER (ORDER BY ka_orders) AS ka_n1,
    ROW_NUMBER() OVER (ORDER BY ka_money) AS ka_n2
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, DATE '2026-03-31') AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT "account" AS ka_account, "day" AS ka_date, "amount" AS ka_amount
FROM "crm"."purchases"
) AS ka_purchases
WHERE ka_date <= DATE '2026-03-31' AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers
) AS ka_numbered
) AS ka_cuts
) AS ka_scores;

SELECT ka_account AS account, ka_days AS days_since_purchase, ka_orders AS orders, ka_money AS amount,
    ka_recency AS recency, ka_frequency AS frequency, ka_value AS money,
    CASE WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4)) THEN 'Champion' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 5)) THEN 'CannotLose' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 3)) THEN 'AtRisk' WHEN (((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) AND ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 1) OR (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 2))) THEN 'Hibernating' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) THEN 'AboutToSleep' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 3)) THEN 'NeedsAttention' WHEN (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4) THEN 'Loyal' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'New' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'Promising' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END >= 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 3)) THEN 'PotentialLoyalist' END AS segment
FROM (
SELECT ka_account, ka_days, ka_orders, ka_money,
    5 - (CASE WHEN ka_days > 1 THEN 1 ELSE 0 END + CASE WHEN ka_days > 2 THEN 1 ELSE 0 END + CASE WHEN ka_days > 3 THEN 1 ELSE 0 END + CASE WHEN ka_days > 4 THEN 1 ELSE 0 END) AS ka_recency,
    1 + CASE WHEN ka_orders > 1 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 2 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 3 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 4 THEN 1 ELSE 0 END AS ka_frequency,
    1 + CASE WHEN ka_money > (-1.5) THEN 1 ELSE 0 END + CASE WHEN ka_money > 2 THEN 1 ELSE 0 END + CASE WHEN ka_money > 3.25 THEN 1 ELSE 0 END + CASE WHEN ka_money > 4 THEN 1 ELSE 0 END AS ka_value
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, DATE '2026-03-31') AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT "account" AS ka_account, "day" AS ka_date, "amount" AS ka_amount
FROM "crm"."purchases"
) AS ka_purchases
WHERE ka_date <= DATE '2026-03-31' AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers
) AS ka_scores;
